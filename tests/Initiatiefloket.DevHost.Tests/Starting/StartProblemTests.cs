using System.Net;
using System.Net.Sockets;

namespace Initiatiefloket.DevHost.Tests.Starting;

/// <summary>What a developer reads when something is wrong: one line, and exit code 1.</summary>
public sealed class StartProblemTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("devhost-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--prot=7080", "Unknown argument '--prot=7080'.")]
    [InlineData("start", "Unknown argument 'start'.")]
    [InlineData("--port=high", "'high' is no port.")]
    [InlineData("--data", "'--data' has no value.")]
    public void Read_WhenAnArgumentIsWrong_SaysWhich(string argument, string expected) =>
        Assert.StartsWith(expected, Problem("--app", _folder.FullName, argument), StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutApp_SaysHow() => Assert.StartsWith("Say which app to run.", Problem(), StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutHostJson_NamesIt() => Assert.Contains("host.json cannot be read", ProblemOfApp("""{ "Values": { "AzureWebJobsStorage": "x" } }""", hostJson: null), StringComparison.Ordinal);

    [Fact]
    public void Read_WhenHostJsonIsNotJson_SaysWhere() => Assert.Contains("LineNumber: 0", ProblemOfApp("""{ "Values": { "AzureWebJobsStorage": "x" } }""", "{ version }"), StringComparison.Ordinal);

    [Fact]
    public void Read_WhenLocalSettingsAreNotJson_NamesThem() => Assert.Contains("local.settings.json cannot be read", ProblemOfApp("no", "{}"), StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutStorage_SaysWhichSetting() => Assert.StartsWith("The setting AzureWebJobsStorage is missing", ProblemOfApp("{}", "{}"), StringComparison.Ordinal);

    [Fact]
    public async Task Start_WhenThePortIsTaken_SaysSoAndEndsWithOne()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await EndsAsync($"Port {port} is taken", "services", "--port", $"{port}", "--azurite", "0", "--data", _folder.FullName);
    }

    [Fact]
    public async Task Start_WhenAzuritesPortIsTaken_SaysWhich()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await EndsAsync($"port {port} is taken (EADDRINUSE)", "services", "--port", $"{Testing.FreePort.Find()}", "--azurite", $"{port}", "--data", _folder.FullName);
    }

    [Fact]
    public async Task Start_WhenTheWorkerDoesNotStart_ShowsItsLastLines()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "host.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "worker.config.json"), """{ "description": { "defaultWorkerPath": "Absent.dll" } }""");

        await EndsAsync("The worker ended before it was ready. Its last lines:", "--app", _folder.FullName, "--port", $"{Testing.FreePort.Find()}", "--AzureWebJobsStorage=elsewhere", "--data", _folder.FullName);
    }

    private static string Problem(params string[] arguments) => Assert.Throws<HostStartException>(() => HostSettings.Read(arguments)).Message;

    private static async Task EndsAsync(string expected, params string[] arguments)
    {
        await using var host = HostProcess.Start(arguments);

        Assert.Equal(1, await host.EndedAsync());
        Assert.Contains(expected, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", host.Output, StringComparison.Ordinal);
    }

    private string ProblemOfApp(string localSettings, string? hostJson)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "local.settings.json"), localSettings);
        if (hostJson is not null)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, "host.json"), hostJson);
        }

        return Problem("--app", _folder.FullName);
    }
}
