using System.Text.Json.Nodes;

namespace Initiatiefloket.Tests.Policies;

/// <summary>A policy file of its own: the default one, changed.</summary>
internal sealed class PolicyDraft : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policy");

    public PolicyDraft(string text)
    {
        File = Path.Combine(_folder.FullName, "policy.json");
        System.IO.File.WriteAllText(File, text);
    }

    public PolicyDraft(Action<JsonNode> change)
        : this(Changed(change))
    {
    }

    public static string DefaultFile { get; } = Path.Combine(AppContext.BaseDirectory, "policy.json");

    public string File { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(System.IO.File.ReadAllText(DefaultFile))!;
        change(json);

        // So every policy of the tests, right or wrong, is compared.
        Assert.Null(PolicySchema.Disagreement(json));
        return json.ToJsonString();
    }
}
