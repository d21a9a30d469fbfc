using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatiefloket.Policies;
using Json.Schema;

namespace Initiatiefloket.Tests.Policies;

/// <summary>The schema that an editor goes by, beside the reader that the app goes by.</summary>
internal static class PolicySchema
{
    private static readonly EvaluationOptions Strict = new() { RequireFormatValidation = true };

    private static readonly JsonSchema Schema = JsonSchema.FromText(Text);

    /// <summary>What only the reader can know: words of its message, and why no schema can tell.</summary>
    public static IReadOnlyDictionary<string, string> OnlyTheReaderKnows { get; } = new Dictionary<string, string>
    {
        ["staat al bij"] = "the same id in two objects of a list: a schema compares whole objects",
        ["staat niet bij"] = "an id that stands in another list",
        ["niemand beoordeelt"] = "an id that must stand in another list",
        ["is geen collega"] = "an id that stands elsewhere in the same list",
        ["aantal reviewers"] = "a number that goes by the length of another list",
        ["aantal raadsleden"] = "a number that goes by the length of another list",
        ["moet hoger zijn dan bands["] = "two numbers",
        ["moet hoger zijn dan amounts."] = "two numbers",
        ["moet hoger zijn dan regimes["] = "two numbers",
        ["de eerste regel begint bij 0"] = "the first of a list whose other objects may differ",
        ["moet lager zijn dan het geld"] = "a number and those of a list",
        ["moet langer zijn dan terms."] = "two terms",
        ["zet de dagen van veel naar weinig"] = "the order of a list",
        ["zet de oudste bedragen bovenaan"] = "the order of a list",
        ["alle documenten samen"] = "one number times another",
        ["mag niet eerder zijn dan from"] = "two days",
        ["een reces duurt minstens"] = "two days",
        ["moet een dag in"] = "a day and a number",
        ["moet een dag voor"] = "a day and a number",
        ["zet de dagen van een ronde op volgorde"] = "three days",
        ["er is geen pot voor"] = "numbers of all objects of a list",
        ["kies \"theme\", of de id van een keuzevraag"] = "an id that stands above in the same list",
        ["dat antwoord is er niet"] = "an id that stands above in the same list, or in another one",
    };

    public static string Text => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.schema.json"));

    public static bool Accepts(JsonElement policy) => Schema.Evaluate(policy, Strict).IsValid;

    public static IReadOnlyList<PolicyProblem> ProblemsOf(JsonElement policy)
    {
        var problems = new PolicyProblems();
        PolicyFile.Read(policy, problems);
        return problems.All;
    }

    /// <summary>How schema and reader disagree about a policy; null when they do not.</summary>
    public static string? Disagreement(JsonNode policy)
    {
        var json = JsonSerializer.SerializeToElement(policy);
        var problems = ProblemsOf(json);
        if (!Accepts(json))
        {
            return problems.Count > 0 ? null : "The schema refuses what the reader accepts.";
        }

        var missed = problems.Where(problem => !OnlyTheReaderKnows.Keys.Any(problem.Message.Contains)).ToList();
        return missed.Count == 0 ? null : $"The schema accepts what the reader refuses: {string.Join(' ', missed)}";
    }
}
