using System.Text.Json;
using System.Text.Json.Nodes;

namespace Initiatiefloket.Tests.Infra;

/// <summary>
/// What Azure would be asked for with some parameters, as <c>bicep snapshot</c> works it out without Azure: every resource with its values.
/// Only what Azure itself decides, such as the id of a new identity, is still an expression there.
/// </summary>
internal sealed class Deployment
{
    private const string SchedulerPackage = "<!-- Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged -->";

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
    }, SchedulerPackage));

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

    /// <summary>
    /// Lets bicep work out <c>artifacts/infra/{name}/main.snapshot.json</c>, in a copy: there the app's project may name one package more.
    /// </summary>
    public static BicepRun TryPredict(string name, JsonObject choices, string package)
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("infra"), "*", SearchOption.AllDirectories))
        {
            Put(name, Path.GetRelativePath(Repository.PathOf(), file), File.ReadAllText(file));
        }

        Put(name, "host.json", Repository.Read("host.json"));
        Put(name, Path.Combine("functions", "functions.csproj"), Repository.Read("functions", "functions.csproj") + package);
        var parameters = new JsonObject { ["environmentName"] = "oldenzaal-test", ["location"] = "westeurope", ["mailFrom"] = "loket@oldenzaal.example", ["virusScanner"] = "none" };
        foreach (var (choice, value) in choices)
        {
            parameters[choice] = value!.DeepClone();
        }

        string[] lines = ["using 'infra/main.bicep'", .. parameters.Select(choice => $"param {choice.Key} = {Literal(choice.Value!)}")];
        return Bicep.Run(
            "snapshot", Put(name, "main.bicepparam", string.Join('\n', lines)), "--mode", "overwrite",
            "--tenant-id", "00000000-0000-0000-0000-000000000001", "--subscription-id", "00000000-0000-0000-0000-000000000002");
    }

    private static Deployment Predict(string name, JsonObject choices, string package = "")
    {
        var run = TryPredict(name, choices, package);
        Assert.True(run.IsClean, run.Remarks);

        using var snapshot = JsonDocument.Parse(Repository.Read("artifacts", "infra", name, "main.snapshot.json"));
        return new Deployment(snapshot.RootElement.Clone());
    }

    private static string Put(string name, string file, string content)
    {
        var path = Repository.PathOf("artifacts", "infra", name, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Literal(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? $"'{value.GetValue<string>()}'" : value.ToJsonString();
}
