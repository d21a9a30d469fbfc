using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Initiatiefloket.Demo;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>What a running loket needs: an address, an Azurite of its own, a folder for its mails, and the demo's policy with waits of seconds.</summary>
internal sealed class LocalLoket : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loket-");

    private LocalLoket(AzuriteFixture azurite)
    {
        Azurite = azurite;
        Settings = new()
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Site__PublicAddress"] = Address.ToString().TrimEnd('/'),
            ["Mail__ApiHost"] = $"{Address}dev/sendgrid",
            ["HumanCheck__LeastSeconds"] = "0",

            // These tests run by the real clock, and none is about the digest.
            ["CouncilDigestSchedule"] = "0 0 3 1 1 *",
            ["Mail__Timeout"] = "00:00:05",
            ["Policy__File"] = DemoPolicy.Write(_folder.FullName),
        };
        Post = new PostOffice(Address);
        Town = new Town(Address, Post);
        Cases = new StoredCases(new TableServiceClient(azurite.ConnectionString), DateTime.Today.Year);
    }

    /// <summary>Where the site is.</summary>
    public Uri Address { get; } = new($"http://localhost:{FreePort.Find()}/");

    /// <summary>The storage.</summary>
    public AzuriteFixture Azurite { get; }

    /// <summary>Settings that the next start gets.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>The dev mailbox.</summary>
    public PostOffice Post { get; }

    /// <summary>The people.</summary>
    public Town Town { get; }

    /// <summary>What the app stored.</summary>
    public StoredCases Cases { get; }

    /// <summary>Makes one; nothing runs yet but its Azurite.</summary>
    public static async Task<LocalLoket> CreateAsync()
    {
        var azurite = new AzuriteFixture();
        await azurite.StartAsync();
        return new LocalLoket(azurite);
    }

    /// <summary>Changes the policy for the next start.</summary>
    public void ChangePolicy(Action<JsonNode> change)
    {
        var file = Settings["Policy__File"];
        var policy = JsonNode.Parse(File.ReadAllText(file))!;
        change(policy);
        File.WriteAllText(file, policy.ToJsonString());
    }

    /// <summary>Starts devhost on it.</summary>
    public HostProcess Start() => HostProcess.Start(Address, _folder.FullName, Settings);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Post.Dispose();
        await Azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
