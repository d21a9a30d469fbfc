using System.Text.Json;
using System.Text.Json.Nodes;

namespace Initiatiefloket.Demo;

/// <summary>The policy that the app ships with, with waits of seconds instead of days. The workflow is the same.</summary>
internal static class DemoPolicy
{
    private static readonly Dictionary<string, string> ShortTerms = new()
    {
        ["recovery"] = "12 seconden",
        ["reviewReminder"] = "90 seconden",
        ["reviewSecondReminder"] = "2 minuten",
        ["reviewDeputy"] = "150 seconden",
        ["reviewEscalation"] = "3 minuten",
        ["answer"] = "12 seconden",
        ["coordinatorReminder"] = "3 minuten",
        ["councilDecisionReminder"] = "3 minuten",
    };

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder it comes in; made when it is not there.</param>
    /// <returns>Its path.</returns>
    public static string Write(string folder)
    {
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Policies", "policy.json"));
        var policy = JsonNode.Parse(shipped)!;
        policy["version"] = "demo";
        policy["council"]!["window"] = "12 seconden";
        foreach (var (term, length) in ShortTerms)
        {
            policy["terms"]![term] = length;
        }

        // Money for this year and the next, whenever that is.
        foreach (var (pot, year) in policy["pots"]!.AsArray().Zip([DateTime.Today.Year, DateTime.Today.Year + 1]))
        {
            pot!["year"] = year;
            pot["closesOn"] = $"{year}-12-31";
            pot["publishedOn"] = $"{year - 1}-12-15";
        }

        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, "demo-policy.json");
        File.WriteAllText(path, policy.ToJsonString(Readable));
        return path;
    }
}
