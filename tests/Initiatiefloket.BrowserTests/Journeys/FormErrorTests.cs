using System.Text.RegularExpressions;
using Initiatiefloket.BrowserTests.Browsing;
using Initiatiefloket.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Initiatiefloket.BrowserTests.Journeys;

/// <summary>What somebody meets who leaves things out or types them wrong: the focus at the summary, and from there to each field.</summary>
[Collection(JourneysSite.Name)]
public sealed class FormErrorTests(LoketSite site)
{
    private static readonly string LongLine = new('a', 101);

    public static TheoryData<string, string, (string Field, string Value)[], string[]> Mistakes { get; } = new()
    {
        { "leeg", Form.Idea, [], ["titel", "plan", "wijk", "thema"] },
        { "te-lang", Form.Idea, [("titel", LongLine), ("plan", new string('a', 8001)), ("voorwie", new string('a', 2001))], ["titel", "plan", "voorwie", "wijk", "thema"] },
        {
            "fout",
            Form.Where,
            [
                ("plek", LongLine), ("deelnemers", "veel"), ("partners", new string('a', 2001)),
                ("startdatum.day", "31"), ("startdatum.month", "2"), ("startdatum.year", "2027"), ("einddatum.day", "x"),
            ],
            ["plek", "deelnemers", "partners", "startdatum", "einddatum"]
        },
        {
            "voorbij",
            Form.Where,
            [
                ("startdatum.day", "1"), ("startdatum.month", "1"), ("startdatum.year", "2020"),
                ("einddatum.day", "1"), ("einddatum.month", "1"), ("einddatum.year", "2019"),
            ],
            ["einddatum"]
        },
        { "leeg", Form.Costs, [], ["bedrag"] },
        {
            "fout",
            Form.Costs,
            [("kosten[0].bedrag", "100"), ("eigengeld", "12.5"), ("andergeld", "-3"), ("bedrag", "veel")],
            ["kosten[0].omschrijving", "eigengeld", "andergeld", "bedrag"]
        },
        { "te-veel", Form.Costs, [("kosten[0].omschrijving", "Eten"), ("kosten[0].bedrag", "200"), ("bedrag", "300")], ["bedrag"] },
        { "te-weinig", Form.Costs, [("bedrag", "0")], ["bedrag"] },
        { "leeg", Form.About, [], ["naam", "straat", "postcode", "email"] },
        {
            "fout",
            Form.About,
            [("soort", "stichting"), ("naam", LongLine), ("straat", LongLine), ("postcode", "12"), ("plaats", LongLine), ("email", "truus"), ("telefoon", "bel maar")],
            ["organisatie", "naam", "straat", "postcode", "plaats", "email", "telefoon"]
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Next_WithMistakes_FocusesTheSummaryThatLeadsToTheFields(string name, string step, (string Field, string Value)[] typed, string[] wrong)
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(step);
        await resident.FillInAsync(typed);

        await resident.PressAsync("Verder");

        Assert.Equal(422, resident.Status);
        await DemandSummaryAsync(resident, wrong);
        foreach (var (field, value) in typed.Where(field => field.Field != "soort"))
        {
            await Expect(resident.Field(field)).ToHaveValueAsync(value);
        }

        await resident.LookAsync($"fout-{step}-{name}");
    }

    [Fact]
    public async Task Send_NothingFilledIn_SaysWhatIsMissingAndWhereToFillItIn()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(Form.Check);
        await resident.PressAsync("Verstuur uw aanvraag");

        Assert.Equal(422, resident.Status);
        await DemandSummaryAsync(resident, ["akkoord"]);
        await resident.LookAsync("fout-controleren-leeg");
        await resident.FollowAsync("Vul een titel in voor uw initiatief.");
        await Expect(resident.Field("titel")).ToBeFocusedAsync();
        await resident.FillInAsync(new Proposal());
        await resident.PressAsync("Verder");
        Assert.EndsWith(Form.Check, resident.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_WithWhatProbablyGetsANo_IsToldBesideItOnce()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(Form.Costs);
        await resident.FillInAsync([("bedrag", "20")]);
        await resident.PressAsync("Verder");

        await Expect(resident.Page.Locator("#let-op")).ToBeInViewportAsync();
        await Expect(resident.Field("bedrag")).ToHaveValueAsync("20");
        await resident.LookAsync("kosten-waarschuwing");
        await resident.PressAsync("Verder");
        await Expect(resident.Heading).ToHaveTextAsync("Over u");
    }

    [Fact]
    public async Task Attach_AProgramCalledPdf_IsRefusedInWords()
    {
        await using var resident = await site.PersonAsync(Device.Phone);
        await resident.OpenFormAsync(Form.Documents);
        await resident.Page.SetInputFilesAsync("[name=bestand]", new FilePayload { Name = "brief.pdf", MimeType = "application/pdf", Buffer = [.. "MZ"u8, .. new byte[200]] });
        await resident.PressAsync("Voeg toe");

        Assert.Equal(422, resident.Status);
        await DemandSummaryAsync(resident, ["bestand"]);
        await resident.LookAsync("fout-documenten");
    }

    private static async Task DemandSummaryAsync(Person resident, string[] wrong)
    {
        var summary = resident.Page.Locator("#fouten");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(resident.Page).ToHaveTitleAsync(new Regex("^Fout: "));
        var links = summary.GetByRole(AriaRole.Link);
        await Expect(links).ToHaveCountAsync(wrong.Length);
        foreach (var (index, field) in wrong.Index())
        {
            await links.Nth(index).PressAsync("Enter");
            await Expect(FieldOf(resident, field)).ToBeFocusedAsync();
        }
    }

    private static ILocator FieldOf(Person resident, string field) =>
        field is "startdatum" or "einddatum" ? resident.Field($"{field}.day") : resident.Field(field);
}
