using System.Text.Json.Nodes;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Policies;

public sealed class PolicyFileTests
{
    public static TheoryData<string, string, string> OneThingWrong => new()
    {
        // place, value in JSON (empty: taken away), problem
        { "version", "", "version: dit onderdeel ontbreekt. Voeg het toe." },
        { "version", "\"  \"", "version: vul hier een tekst in." },
        { "version", "7", "version: vul hier een tekst in." },
        { "municipality.accessibility.status", "\"A\"", "municipality.accessibility.reports: bij status A en B hoort een onderzoek. Voeg het toe, of kies status C of D." },
        { "municipality.accessibility.status", "\"E\"", "municipality.accessibility.status: kies uit: A, B, C, D." },
        {
            "municipality.accessibility",
            """{ "status": "A", "statedOn": "2026-11-29", "signedBy": "gemeentesecretaris", "reports": [{ "by": "Bureau", "on": "2026-10-01", "address": "https://a.nl/b" }], "gaps": [{ "what": "Tabel", "effect": "Schuiven", "measure": "Smaller", "solvedBy": "2027-02-01" }] }""",
            "municipality.accessibility.gaps: bij status A voldoet alles. Haal dit weg, of kies status B."
        },
        { "terms", "", "terms: dit onderdeel ontbreekt. Voeg het toe." },
        { "terms", "[]", "terms: hier hoort een object tussen accolades { } te staan." },
        { "terms.decision", "\"8 weken\"", "terms.decision: hier hoort een object tussen accolades { } te staan." },
        { "terms.decision.setBy", "\"raad\"", "terms.decision.setBy: kies uit: wet, verordening." },
        { "terms.decision.setBy", "\"verordening\"", "terms.extension.basis: past niet bij terms.decision.setBy. Bij \"wet\" hoort \"awb-4:14-3\", bij \"verordening\" hoort \"awb-4:14-1\" of \"verordening\"." },
        { "terms.extension.basis", "\"verordening\"", "terms.extension.basis: past niet bij terms.decision.setBy. Bij \"wet\" hoort \"awb-4:14-3\", bij \"verordening\" hoort \"awb-4:14-1\" of \"verordening\"." },
        { "terms.decision.termijnenwet", "true", "terms.decision.termijnenwet: deze sleutel is onbekend. Haal hem weg of kies uit: length, setBy, article." },
        { "terms.decision.length", "\"8 weeks\"", "terms.decision.length: \"weeks\" is geen eenheid van tijd. Kies uit: seconden, minuten, dagen, werkdagen, weken." },
        { "terms.decision.length", "\"90 minuten\"", "terms.decision.length: deze termijn staat in brieven. Schrijf hem in dagen, werkdagen of weken." },
        { "terms.recovery", "14", "terms.recovery: vul hier een tekst in." },
        { "terms.reviewEscalation", "\"9 werkdagen\"", "terms.reviewEscalation: moet langer zijn dan terms.reviewDeputy." },
        { "terms.reviewSecondReminder", "\"5 werkdagen\"", "terms.reviewSecondReminder: moet langer zijn dan terms.reviewReminder." },
        { "terms.beslissing", "\"8 weken\"", "terms.beslissing: deze sleutel is onbekend. Haal hem weg of kies uit: decision, extension, recovery, answer, draft, draftWarning, confirmEmail, reviewReminder, reviewSecondReminder, reviewDeputy, reviewEscalation, coordinatorReminder, councilDecisionReminder, objection, payment, settleAtLatest, view, linkValidity, contactChange, paymentAfterChange." },
        { "municipality.address", "[]", "municipality.address: vul minstens één regel in." },
        { "municipality.address", "[\"Ganzenmarkt 1\", 3]", "municipality.address[1]: vul hier een tekst in." },
        { "municipality.address", "[\"Ganzenmarkt 1\", \"  \"]", "municipality.address[1]: vul hier een tekst in." },
        { "municipality.email", "\"gemeente\"", "municipality.email: \"gemeente\" is geen e-mailadres. Schrijf het als naam@domein.nl." },
        { "municipality.email", "\"gemeente.@oldenzaal.nl\"", "municipality.email: \"gemeente.@oldenzaal.nl\" is geen e-mailadres. Schrijf het als naam@domein.nl." },
        { "municipality.website", "\"www.oldenzaal.nl\"", "municipality.website: schrijf een volledig adres dat begint met https://." },
        { "themes", "[]", "themes: deze lijst is leeg. Voeg er minstens één onderdeel aan toe." },
        { "themes", "{}", "themes: hier hoort een lijst tussen haken [ ] te staan." },
        { "themes[1].id", "\"meedoen-en-ontmoeten\"", "themes[1].id: \"meedoen-en-ontmoeten\" staat al bij themes[0]. Kies een andere." },
        { "themes[1].id", "\"weet-ik-niet\"", "themes[1].id: \"weet-ik-niet\" is het antwoord van wie geen thema kiest. Neem een andere id." },
        { "themes[1].id", "\"Opgroeien & jeugd\"", "themes[1].id: gebruik alleen kleine letters, cijfers en streepjes." },
        { "reviewers[1].themes", "[]", "themes[1].id: niemand beoordeelt \"opgroeien-en-jeugd\". Voeg het toe bij themes van een reviewer." },
        { "reviewers[2].themes", "[\"langer-thuis-en-zorg\", \"schaken\"]", "reviewers[2].themes[1]: \"schaken\" staat niet bij themes. Kies een bestaande id." },
        { "reviewers[0].neighbourhoods", "[\"enschede\"]", "reviewers[0].neighbourhoods[0]: \"enschede\" staat niet bij neighbourhoods. Kies een bestaande id." },
        { "reviewers[0].deputyId", "\"welzijn\"", "reviewers[0].deputyId: \"welzijn\" is geen collega. Kies de id van een andere reviewer, of null voor niemand." },
        { "reviewers[0].deputyId", "\"niemand\"", "reviewers[0].deputyId: \"niemand\" is geen collega. Kies de id van een andere reviewer, of null voor niemand." },
        { "bands[0].review.reviewers", "4", "bands[0].review.reviewers: vul een heel getal in van 1 tot en met 3." },
        { "reviewers", $"[{{ \"id\": \"een\", \"name\": \"E\", \"role\": \"R\", \"email\": \"e@oldenzaal.example\", \"themes\": [], \"neighbourhoods\": [], \"deputyId\": null }}]", "bands[2].review.reviewers: mag niet hoger zijn dan het aantal reviewers (1)." },
        { "bands[0].review.sealed", "1", "bands[0].review.sealed: vul true (ja) of false (nee) in, zonder aanhalingstekens." },
        { "deadlineSignals", "[7, 14]", "deadlineSignals: zet de dagen van veel naar weinig, elk getal één keer, bijvoorbeeld [14, 7, 2]." },
        { "deadlineSignals", "[14, 0]", "deadlineSignals[1]: vul een heel getal in van 1 tot en met 60." },
        { "penaltyRates", "[]", "penaltyRates: deze lijst is leeg. Voeg er minstens één onderdeel aan toe." },
        { "penaltyRates[0].from", "\"1 januari 2019\"", "penaltyRates[0].from: vul een datum in als jjjj-mm-dd, bijvoorbeeld 2026-05-15." },
        { "penaltyRates[0].lastTwoWeeks", "45.5", "penaltyRates[0].lastTwoWeeks: vul een bedrag in hele euro's in, zonder punt of komma, bijvoorbeeld 2500." },
        { "penaltyRates", $"[{Rates("2026-01-01")}, {Rates("2019-01-01")}]", "penaltyRates: zet de oudste bedragen bovenaan." },
        { "penaltyRates", $"[{Rates("2019-01-01")}, {Rates("2019-01-01")}]", "penaltyRates[1].from: \"2019-01-01\" staat al bij penaltyRates[0]. Kies een andere." },
        { "duties[1].code", "\"permit\"", "duties[2].code: \"permit\" staat al bij duties[1]. Kies een andere." },
        { "duties[1].basis", "\"4:36\"", "duties[1].basis: kies uit: 4:37, 4:38, 4:39." },
        { "bands[0].authority", "\"burgemeester\"", "bands[0].authority: kies uit: college, raad." },
        { "bands[0].mandate", "", "bands[0].mandate: dit onderdeel ontbreekt. Voeg het toe." },
        { "bands[0].mandate.role", "", "bands[0].mandate.role: dit onderdeel ontbreekt. Voeg het toe." },
        { "scheme.article", "", "scheme.article: dit onderdeel ontbreekt. Voeg het toe." },
        { "regimes", "[]", "regimes: deze lijst is leeg. Voeg er minstens één onderdeel aan toe." },
        { "regimes[0].from", "100", "regimes[0].from: de eerste regel begint bij 0, anders geldt er voor lage bedragen geen." },
        { "regimes[2].from", "500", "regimes[2].from: moet hoger zijn dan regimes[1].from." },
        { "regimes[1].within", "", "regimes[1].within: dit onderdeel ontbreekt. Voeg het toe." },
        { "regimes[1].requestWithin", "\"13 weken\"", "regimes[1].requestWithin: deze sleutel is onbekend. Haal hem weg of kies uit: from, settle, within." },
        { "remedies.college.address", "[]", "remedies.college.address: vul minstens één regel in." },
        { "refusalReasons[0].hearing", "", "refusalReasons[0].hearing: dit onderdeel ontbreekt. Voeg het toe." },
        { "reviewers[0].email", "\"Ellen <ellen@oldenzaal.example>\"", "reviewers[0].email: \"Ellen <ellen@oldenzaal.example>\" is geen e-mailadres. Schrijf het als naam@domein.nl." },
        { "council.callInsNeeded", "6", "council.callInsNeeded: mag niet hoger zijn dan het aantal raadsleden (5)." },
        { "council.callInsNeeded", "0", "council.callInsNeeded: vul een heel getal in van 1 tot en met 100." },
        { "council.members[1].until", "\"2026\"", "council.members[1].until: vul een datum in als jjjj-mm-dd, bijvoorbeeld 2026-05-15." },
        { "council.members[1]", "{ \"id\": \"r\", \"name\": \"R\", \"party\": \"P\", \"email\": \"r@oldenzaal.example\", \"from\": \"2026-03-02\", \"until\": \"2026-03-01\" }", "council.members[1].until: mag niet eerder zijn dan from." },
        { "council.answer", "\"20 seconden\"", "council.answer: deze termijn staat in brieven. Schrijf hem in dagen, werkdagen of weken." },
        { "council.digest.every", "\"jaar\"", "council.digest.every: kies uit: nooit, meteen, dag, week, maand." },
        { "council.digest.hour", "24", "council.digest.hour: vul een heel getal in van 0 tot en met 23." },
        { "council.recess[0].until", "\"2027-07-16\"", "council.recess[0].until: een reces duurt minstens 1 dag en hooguit 100 dagen." },
        { "council.recess[0].until", "\"2027-10-25\"", "council.recess[0].until: een reces duurt minstens 1 dag en hooguit 100 dagen." },
        { "council.members[1].id", "\"raadslid-1\"", "council.members[1].id: \"raadslid-1\" staat al bij council.members[0]. Kies een andere." },
        { "bands[1].upTo", "2500", "bands[1].upTo: moet hoger zijn dan bands[0].upTo." },
        { "bands[0].upTo", "100", "bands[0].upTo: moet hoger zijn dan amounts.minimum." },
        { "bands[1].upTo", "\"10.000\"", "bands[1].upTo: vul een bedrag in hele euro's in, zonder punt of komma, bijvoorbeeld 2500." },
        { "bands[1].upTo", "9999.5", "bands[1].upTo: vul een bedrag in hele euro's in, zonder punt of komma, bijvoorbeeld 2500." },
        { "bands[1].authority", "\"raad\"", "bands[1].authority: kies college: de raad besluit alleen zelf als councilRole besluit-raad is." },
        { "bands[1].councilRole", "\"burgemeester\"", "bands[1].councilRole: kies uit: informeren, wensen-en-bedenkingen, besluit-raad." },
        { "amounts.bandBy", "\"gevraagd\"", "amounts.bandBy: kies uit: granted, asked." },
        { "limits.questionRounds", "2.5", "limits.questionRounds: vul een heel getal in van 1 tot en met 5." },
        { "supportersNeeded", "-1", "supportersNeeded: vul een heel getal in van 0 tot en met 1000." },
        { "mail.codesInsteadOfLinks", "\"ja\"", "mail.codesInsteadOfLinks: vul true (ja) of false (nee) in, zonder aanhalingstekens." },
        { "documents.atMost", "0", "documents.atMost: vul een heel getal in van 1 tot en met 20." },
        { "documents.megabytesEach", "26", "documents.megabytesEach: vul een heel getal in van 1 tot en met 25." },
        { "documents.megabytesEach", "13", "documents.megabytesEach: alle documenten samen (documents.atMost keer zoveel) mogen niet groter zijn dan 60 MB." },
        { "rubric", $"[{string.Join(',', Enumerable.Range(1, 13).Select(line => $$"""{ "id": "a{{line}}", "name": "A", "weight": 1, "guidance": "G" }"""))}]", "rubric: er staan 13 onderdelen in. Houd er ten hoogste 12 over." },
        { "rubric[0].weight", "0", "rubric[0].weight: vul een heel getal in van 1 tot en met 100." },
        { "pots", "[]", "pots: deze lijst is leeg. Voeg er minstens één onderdeel aan toe." },
        { "pots[1].year", "2026", "pots[1].year: \"2026\" staat al bij pots[0]. Kies een andere." },
        { "pots[1].year", "2029", "pots: er is geen pot voor 2027, 2028. Voeg die toe." },
        { "pots[0].closesOn", "\"2027-01-01\"", "pots[0].closesOn: moet een dag in 2026 zijn." },
        { "pots[0].publishedOn", "\"2026-01-01\"", "pots[0].publishedOn: moet een dag voor 2026 zijn: het subsidieplafond wordt bekendgemaakt voordat het geldt." },
        { "pots[0].warnBelow", "250000", "pots[0].warnBelow: moet lager zijn dan het geld van het jaar." },
        { "pots[0].warnBelow", "0", "pots[0].warnBelow: moet hoger zijn dan 0." },
        { "pots[0].division.round", """{ "opensOn": "2026-03-01", "closesOn": "2026-02-01", "decideBy": "2026-04-01" }""", "pots[0].division.round: zet de dagen van een ronde op volgorde: opensOn, closesOn en dan decideBy, in 2026." },
        { "pots[0].division.rule", "\"eerlijk\"", "pots[0].division.rule: kies uit: strict, bestFit." },
        { "pots[0].division.partial.atLeast", "100", "pots[0].division.partial.atLeast: vul een heel getal in van 1 tot en met 99." },
        { "potYearBy", "\"begin\"", "potYearBy: kies uit: receipt, start." },
        { "pots[0].closesOn", "\"31-12-2026\"", "pots[0].closesOn: vul een datum in als jjjj-mm-dd, bijvoorbeeld 2026-05-15." },
        { "pots[0].funds[1].id", "\"wmo\"", "pots[0].funds[1].id: \"wmo\" staat al bij pots[0].funds[0]. Kies een andere." },
        { "pots[0].funds[1].amount", "0", "pots[0].funds[1].amount: moet hoger zijn dan 0." },
        { "pots[0].funds[1].amount", "-5", "pots[0].funds[1].amount: vul een bedrag in hele euro's in, zonder punt of komma, bijvoorbeeld 2500." },
        { "equatedDays[0].day", "\"2026-02-30\"", "equatedDays[0].day: vul een datum in als jjjj-mm-dd, bijvoorbeeld 2026-05-15." },
        { "extra", "1", "extra: deze sleutel is onbekend. Haal hem weg of kies uit: version, municipality, themes, neighbourhoods, eligibility, formQuestions, reviewers, council, bands, amounts, terms, limits, deadlineSignals, penaltyRates, supportersNeeded, mail, documents, retention, rubric, scheme, regimes, remedies, duties, refusalReasons, withdrawalReasons, potYearBy, pots, equatedDays, townClosedDays." },
    };

    [Theory]
    [MemberData(nameof(OneThingWrong))]
    public void Load_OneThingWrong_NamesThePlaceAndWhatToDo(string place, string value, string problem)
    {
        using var draft = new PolicyDraft(json => Put(json, place, value));

        var exception = Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File));

        Assert.Contains(problem, exception.Problems.Select(found => found.ToString()));
    }

    [Fact]
    public void Load_ManyThingsWrong_ListsThemAllAndNothingThatFollowsFromThem()
    {
        using var draft = new PolicyDraft(json =>
        {
            Put(json, "version", "");
            Put(json, "reviewers[0].email", "\"ellen\"");
            Put(json, "bands[0].upTo", "\"veel\"");
            Put(json, "terms.objection", "\"lang\"");
            Put(json, "council.callInsNeeded", "9");
            Put(json, "pots[0].year", "2024");
        });

        var exception = Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File));

        Assert.Equal(
            ["version", "reviewers[0].email", "bands[0].upTo", "terms.objection", "council.callInsNeeded", "pots[0].closesOn", "pots"],
            exception.Problems.Select(problem => problem.Path));
        Assert.Equal("pots: er is geen pot voor 2025, 2026. Voeg die toe.", exception.Problems[^1].ToString());
        Assert.StartsWith($"De policy in {draft.File} klopt niet:{Environment.NewLine}- version: dit onderdeel", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("municipality")]
    [InlineData("themes")]
    [InlineData("reviewers")]
    [InlineData("council")]
    [InlineData("bands")]
    [InlineData("amounts")]
    [InlineData("terms")]
    [InlineData("pots")]
    [InlineData("townClosedDays")]
    public void Load_PartMissing_IsOneProblem(string part)
    {
        using var draft = new PolicyDraft(json => Put(json, part, ""));

        var exception = Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File));

        Assert.Equal($"{part}: dit onderdeel ontbreekt. Voeg het toe.", Assert.Single(exception.Problems).ToString());
    }

    [Theory]
    [InlineData("{\n  \"version\": \"1\",,\n}", "dit is geen geldige JSON (regel 2, teken 18). Controleer daar komma's, haken en aanhalingstekens.")]
    [InlineData("", "dit is geen geldige JSON (regel 1, teken 1). Controleer daar komma's, haken en aanhalingstekens.")]
    [InlineData("[]", "hier hoort een object tussen accolades { } te staan.")]
    [InlineData("{ \"version\": \"1\", \"version\": \"2\" }", "version: deze sleutel staat er twee keer. Houd er één over.")]
    public void Load_BrokenText_SaysWhere(string text, string problem)
    {
        using var draft = new PolicyDraft(text);

        var exception = Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File));

        Assert.Equal(problem, exception.Problems[0].ToString());
    }

    [Fact]
    public void Load_IdWithALineBreak_SaysWhatAnIdIs()
    {
        using var draft = new PolicyDraft(File.ReadAllText(PolicyDraft.DefaultFile).Replace("\"binnenstad\"", "\"binnenstad\\n\"", StringComparison.Ordinal));

        var problem = Assert.Single(Assert.Throws<PolicyException>(() => PolicyFile.Load(draft.File)).Problems);

        Assert.Equal("neighbourhoods[0].id: gebruik alleen kleine letters, cijfers en streepjes.", problem.ToString());
    }

    [Fact]
    public void Load_NoFile_SaysHowToNameOne()
    {
        var exception = Assert.Throws<PolicyException>(() => PolicyFile.Load(Path.Combine(AppContext.BaseDirectory, "nowhere", "policy.json")));

        Assert.Contains("Policy:File", exception.Message, StringComparison.Ordinal);
    }

    private static string Rates(string from) =>
        $$"""{ "from": "{{from}}", "firstTwoWeeks": 23, "nextTwoWeeks": 35, "lastTwoWeeks": 45 }""";

    /// <summary>Puts JSON at a place such as "pots[0].funds[1].amount"; empty text takes the key away.</summary>
    internal static void Put(JsonNode json, string place, string value)
    {
        var keys = place.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var key in keys.SkipLast(1))
        {
            json = json is JsonArray items ? items[int.Parse(key)]! : json[key]!;
        }

        if (value.Length == 0)
        {
            json.AsObject().Remove(keys[^1]);
        }
        else if (json is JsonArray list)
        {
            list[int.Parse(keys[^1])] = JsonNode.Parse(value);
        }
        else
        {
            json[keys[^1]] = JsonNode.Parse(value);
        }
    }
}
