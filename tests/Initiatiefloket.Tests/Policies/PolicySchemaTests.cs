using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatiefloket.Tests.Infra;

namespace Initiatiefloket.Tests.Policies;

public sealed class PolicySchemaTests
{
    // With a question of each kind, which the shipped one does not have.
    private static readonly JsonNode Full = FullPolicy();

    public static TheoryData<string> Parts { get; } = [.. Full.AsObject().Select(part => part.Key)];

    public static TheoryData<string, int, int> Bounds { get; } = new()
    {
        { "council.callInsNeeded", 1, 100 },
        { "council.digest.hour", 0, 23 },
        { "bands[0].upTo", 1, 1_000_000_000 },
        { "bands[0].review.reviewers", 1, 3 },
        { "amounts.minimum", 0, 1_000_000_000 },
        { "regimes[2].from", 0, 1_000_000_000 },
        { "limits.questionRounds", 1, 5 },
        { "limits.coordinatorReminders", 1, 100 },
        { "deadlineSignals[0]", 1, 60 },
        { "penaltyRates[0].lastTwoWeeks", 0, 1_000_000_000 },
        { "supportersNeeded", 0, 1000 },
        { "documents.atMost", 1, 20 },
        { "documents.megabytesEach", 1, 25 },
        { "rubric[0].weight", 1, 100 },
        { "pots[0].year", 2020, 2100 },
        { "pots[0].funds[0].amount", 1, 1_000_000_000 },
        { "pots[0].division.partial.atLeast", 1, 99 },
        { "formQuestions[1].longest", 1, 100 },
        { "formQuestions[4].longest", 1, 2000 },
    };

    [Fact]
    public void Shipped_Policy_IsRightForBoth()
    {
        var policy = JsonNode.Parse(File.ReadAllText(PolicyDraft.DefaultFile))!;

        AssertRightForBoth(policy);
        Assert.Equal(("$schema", "./policy.schema.json"), (policy.AsObject().First().Key, policy["$schema"]!.GetValue<string>()));
    }

    [Fact]
    public void Example_Policy_IsRightForBothAndHasAllThatIsShipped()
    {
        var example = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.example.json")))!.AsObject();
        var shipped = JsonNode.Parse(File.ReadAllText(PolicyDraft.DefaultFile))!.AsObject();

        AssertRightForBoth(example);
        Assert.Equal(shipped.Select(part => part.Key), example.Select(part => part.Key));
        Assert.DoesNotContain("Oldenzaal", example.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Variants_OfAPart_GetTheSameVerdict(string part)
    {
        var disagreements = PolicyVariants.Of(Full, part)
            .Select(variant => (variant.Change, Disagreement: PolicySchema.Disagreement(variant.Policy)))
            .Where(variant => variant.Disagreement is not null);

        Assert.Empty(disagreements);
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Number_AtItsBounds_GetsTheSameVerdict(string place, int least, int most)
    {
        Assert.All([least - 1, least, most, most + 1], number => AssertAgreed(place, $"{number}"));
        Assert.Equal([false, true, true, false], new[] { least - 1, least, most, most + 1 }.Select(number => SchemaAccepts(place, $"{number}")));
    }

    [Theory]
    [InlineData("terms.recovery", "1 seconde", "90 seconden", "1 minuut", "2 minuten", "1 dag", "9999 dagen", "1 werkdag", "5 werkdagen", "1 week", "8 weken")]
    [InlineData("terms.recovery", "0 dagen", "10000 dagen", "8", "weken", "8weken", "-8 weken", "8,5 weken", "8 weeks", "8 weken lang", "acht weken")]
    [InlineData("terms.objection", "6 weken", "42 dagen", "30 werkdagen", "90 minuten", "90 seconden")]
    [InlineData("municipality.email", "a@b.nl", "a.b+c@b-c.d.nl", "a_b@b.nl", "a", "a@b", "@b.nl", "a@", "a@b@c.nl", "a b@c.nl", "A <a@b.nl>", "a@b.nl;c@d.nl", "a@b..nl", "a..b@c.nl", ".a@b.nl", "a.@b.nl", "a@.b.nl", "a@b.nl.", "a@b.nl ")]
    [InlineData("municipality.website", "https://www.a.nl", "https://a.nl/b?c=d#e", "https://", "http://a.nl", "//a.nl", "https:///b", "https://?b", "https:a.nl", "ftp://a.nl")]
    [InlineData("equatedDays[0].day", "2028-02-29", "2026-02-29", "2026-13-01", "2026-1-1", "01-01-2026", "2026-01-01T00:00:00", "20260101")]
    [InlineData("themes[0].id", "a", "a-b", "0", "-a", "a-", "a--b", "a_b", "A", "é", "a b")]
    [InlineData("council.digest.every", "nooit", "meteen", "dag", "week", "maand", "jaar")]
    [InlineData("council.digest.day", "maandag", "zondag", "Zondag")]
    [InlineData("council.answer", "3 werkdagen", "90 minuten")]
    [InlineData("bands[0].councilRole", "informeren", "wensen-en-bedenkingen", "besluit-raad", "Informeren")]
    [InlineData("municipality.accessibility.status", "B", "C", "D", "E", "b")]
    [InlineData("bands[2].authority", "college", "raad", "burgemeester")]
    [InlineData("regimes[0].settle", "atOnce", "exOfficio", "onRequest", "later")]
    [InlineData("regimes[1].settle", "atOnce", "exOfficio", "onRequest", "later")]
    [InlineData("duties[0].basis", "4:37", "4:38", "4:39", "4:40")]
    [InlineData("remedies.college.web", "https://www.a.nl", "http://a.nl")]
    [InlineData("remedies.raad.email", "a@b.nl", "a")]
    [InlineData("terms.payment", "6 weken", "90 minuten")]
    [InlineData("terms.decision.setBy", "wet", "verordening", "Wet")]
    [InlineData("terms.extension.basis", "awb-4:14-3", "awb-4:14-1", "verordening", "4:14")]
    [InlineData("amounts.bandBy", "granted", "asked", "toegekend")]
    [InlineData("potYearBy", "receipt", "start", "Receipt")]
    [InlineData("pots[0].division.rule", "strict", "bestFit", "eerlijk")]
    [InlineData("eligibility[0].expected", "yes", "no", "ja")]
    [InlineData("formQuestions[4].page", "idea", "whereAndWhen", "partners", "costs", "documents")]
    [InlineData("formQuestions[4].kind", "line", "text", "number", "choice", "yesNo", "date")]
    public void Text_WithAForm_GetsTheSameVerdict(string place, params string[] texts) =>
        Assert.All(texts, text => AssertAgreed(place, JsonSerializer.Serialize(text)));

    [Theory]
    [InlineData("limits.questionRounds", "3.0")] // to a schema the same number as 3
    [InlineData("bands[0].upTo", "25e2")]
    public void Number_WrittenInAnotherWay_IsOnlyRefusedByTheReader(string place, string number) =>
        Assert.Equal((true, false), (SchemaAccepts(place, number), ReaderAccepts(place, number)));

    [Theory]
    [InlineData("terms.recovery", "\" 14  Dagen \"")] // one way to write it is enough to complete
    [InlineData("terms.recovery", "\"014 dagen\"")]
    [InlineData("municipality.website", "\" HTTPS://www.a.nl\"")]
    public void Text_WrittenCarelessly_IsOnlyRefusedByTheSchema(string place, string text) =>
        Assert.Equal((false, true), (SchemaAccepts(place, text), ReaderAccepts(place, text)));

    [Fact]
    public void OnlyTheReaderKnows_EachRule_IsOneThatATestShows()
    {
        var shown = PolicyFileTests.OneThingWrong.Concat(FormQuestionsTests.OneThingWrong).Select(row => (string)row[2]).ToList();

        Assert.All(PolicySchema.OnlyTheReaderKnows.Keys, words => Assert.Contains(shown, problem => problem.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Keys_OfThePolicy_AreAllExplained() => Assert.Empty(Unexplained(JsonNode.Parse(PolicySchema.Text)!, ""));

    [Fact]
    public void Demo_Policy_IsRightForBoth()
    {
        var folder = Directory.CreateTempSubdirectory("demo-policy");
        try
        {
            AssertRightForBoth(JsonNode.Parse(File.ReadAllText(Demo.DemoPolicy.Write(folder.FullName)))!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Example_InTheDocuments_IsRightForBoth()
    {
        var example = Repository.Read("docs", "form-questions.md").Split("```")[1].Replace("json", "", StringComparison.Ordinal);
        var policy = Full.DeepClone();
        policy["formQuestions"] = JsonNode.Parse($"{{ {example} }}")!["formQuestions"]!.DeepClone();

        AssertRightForBoth(policy);
    }

    private static JsonNode FullPolicy()
    {
        var policy = JsonNode.Parse(File.ReadAllText(PolicyDraft.DefaultFile))!;
        OwnQuestions.AddTo(policy);

        // A statement on accessibility with all its parts.
        policy["municipality"]!["accessibility"] = JsonNode.Parse("""
            {
              "status": "B", "statedOn": "2026-11-29", "signedBy": "gemeentesecretaris", "register": "https://www.toegankelijkheidsverklaring.nl/register/1",
              "reports": [{ "by": "Een bureau", "on": "2026-10-01", "address": "https://www.oldenzaal.nl/onderzoek" }],
              "gaps": [{ "what": "Een tabel is te breed", "effect": { "nl": "Schuiven", "en": "Scrolling" }, "measure": "Wij maken hem smaller", "solvedBy": "2027-02-01" }]
            }
            """);

        // And a pot of each kind.
        policy["pots"]![0]!["division"]!["round"] = JsonNode.Parse("""{ "opensOn": "2026-02-01", "closesOn": "2026-03-01", "decideBy": "2026-05-01" }""");
        return policy;
    }

    private static void AssertRightForBoth(JsonNode policy)
    {
        var json = JsonSerializer.SerializeToElement(policy);
        Assert.Empty(PolicySchema.ProblemsOf(json));
        Assert.True(PolicySchema.Accepts(json));
    }

    private static void AssertAgreed(string place, string value) => Assert.Null(PolicySchema.Disagreement(With(place, value)));

    private static bool SchemaAccepts(string place, string value) => PolicySchema.Accepts(JsonSerializer.SerializeToElement(With(place, value)));

    private static bool ReaderAccepts(string place, string value) => PolicySchema.ProblemsOf(JsonSerializer.SerializeToElement(With(place, value))).Count == 0;

    private static JsonNode With(string place, string value)
    {
        var policy = Full.DeepClone();
        PolicyFileTests.Put(policy, place, value);
        return policy;
    }

    private static IEnumerable<string> Unexplained(JsonNode schema, string path) => schema switch
    {
        JsonObject part => part.SelectMany(keyword => keyword switch
        {
            // Of a condition, which names a key that is explained where it stands.
            { Key: "if" or "then" or "else" } => [],
            { Key: "properties", Value: JsonObject keys } => keys
                .Where(key => key.Value?["description"] is null)
                .Select(key => $"{path}.{key.Key}")
                .Concat(keys.SelectMany(key => Unexplained(key.Value!, $"{path}.{key.Key}"))),
            { Value: { } value } => Unexplained(value, path),
            _ => [],
        }),
        JsonArray list => list.OfType<JsonNode>().SelectMany(item => Unexplained(item, path)),
        _ => [],
    };
}
