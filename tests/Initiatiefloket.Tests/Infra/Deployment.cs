using System.Text.Json;
using System.Text.Json.Nodes;

namespace Initiatiefloket.Tests.Infra;

/// <summary>
/// What Azure would be asked for with some parameters, as <c>bicep snapshot</c> works it out without Azure: every resource with its values.
/// Only what Azure itself decides, such as the id of a new identity, is still an expression there.
/// </summary>
internal sealed class Deployment
{
    private static readonly Lazy<Deployment> Least = new(() => Predict("least", []));

    private static readonly Lazy<Deployment> Most = new(() => Predict("most", new JsonObject
    {
        ["alertEmail"] = "beheer@oldenzaal.example",
        ["alwaysReadyInstances"] = 1,
        ["durableTaskScheduler"] = true,
        ["monthlyBudget"] = 50,
        ["monthlyBudgetFrom"] = "2027-01-01",
        ["networkPrefix"] = "10.90.1.0/24",
        ["privateNetwork"] = true,
        ["publicAddress"] = "https://initiatief.oldenzaal.example",
        ["telemetryRuleId"] = "/an/earlier/rule",
    }));

    private readonly JsonElement[] _resources;

    private Deployment(JsonElement snapshot) => _resources = [.. snapshot.GetProperty("predictedResources").EnumerateArray()];

    /// <summary>With what must be said, and nothing else.</summary>
    public static Deployment AsShipped => Least.Value;

    /// <summary>With each choice made.</summary>
    public static Deployment WithEverything => Most.Value;

    public IEnumerable<JsonElement> All(string type) => _resources.Where(resource => resource.GetProperty("type").GetString() == type);

    public JsonElement Only(string type) => Assert.Single(All(type));

    /// <summary>The resource of a type with a name, or with a first part of a name that goes on with a token.</summary>
    public JsonElement Named(string type, string name) =>
        Assert.Single(All(type), resource => resource.GetProperty("name").GetString()!.StartsWith(name, StringComparison.Ordinal));

    /// <summary>The settings of the app.</summary>
    public IReadOnlyDictionary<string, string> Settings() => Named("Microsoft.Web/sites/config", "func-floket-")
        .GetProperty("properties")
        .EnumerateObject()
        .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);

    private static Deployment Predict(string name, JsonObject choices)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "infra", name)).FullName;
        var parameters = new JsonObject { ["environmentName"] = "oldenzaal-test", ["location"] = "westeurope", ["mailFrom"] = "loket@oldenzaal.example" };
        string[] lines = ["using '../../../infra/main.bicep'", .. parameters.Concat(choices).Select(choice => $"param {choice.Key} = {Literal(choice.Value!)}")];
        File.WriteAllLines(Path.Combine(folder, "main.bicepparam"), lines);

        var run = Bicep.Run(
            "snapshot", Path.Combine(folder, "main.bicepparam"), "--mode", "overwrite",
            "--tenant-id", "00000000-0000-0000-0000-000000000001", "--subscription-id", "00000000-0000-0000-0000-000000000002");
        Assert.True(run.IsClean, run.Remarks);

        using var snapshot = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "main.snapshot.json")));
        return new Deployment(snapshot.RootElement.Clone());
    }

    private static string Literal(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? $"'{value.GetValue<string>()}'" : value.ToJsonString();
}
