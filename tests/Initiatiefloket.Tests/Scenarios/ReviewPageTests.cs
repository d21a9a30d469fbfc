using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The page on which a professional decides.</summary>
public sealed class ReviewPageTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string KeepButton = "Bewaar en ga later verder";

    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Draft_KeptOnOneDevice_IsThereOnAnotherUntilThePersonDecides()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("later verder"));
        var address = await AddressAsync(id);
        using var desk = fixture.Host.NewVisitor();
        using var phone = fixture.Host.NewVisitor();
        var opened = await desk.OpenAsync(address);
        await desk.PressAsync(
            opened,
            KeepButton,
            ("bedrag", "800"),
            ("score[prevention]", "5"),
            ("uitleg[prevention]", "Vroeg erbij."),
            ("voorwaarde", "permit"),
            ("grond", "costs"),
            ("vraag[0].tekst", "Waar is het?"),
            ("soort", "gewoon"));

        var later = await phone.OpenAsync(address);

        Assert.Contains("Wij hebben uw formulier bewaard", later.Text, StringComparison.Ordinal);
        Assert.Contains("Totaal tot nu toe: 5,0 van 5. 5 punten hebben nog geen score.", later.Text, StringComparison.Ordinal);
        Assert.Equal("800", ValueOf(later, "[name=bedrag]"));
        Assert.Equal("Vroeg erbij.", later.Document.QuerySelector("[name='uitleg[prevention]']")!.TextContent);
        Assert.Equal("Waar is het?", later.Document.QuerySelector("[name='vraag[0].tekst']")!.TextContent);
        Assert.Equal(
            ["permit", "5", "gewoon", "costs"], later.Document.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));

        await phone.DecideAsync(later, "Ken toe", Decisions.Approval(later));
        await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.DoesNotContain((await Cases.VersionsAsync()), row => row.StartsWith($"ReviewDrafts {id} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_KeptInTwoPlaces_TellsTheLaterOne()
    {
        var address = await AddressAsync(await Town.ApplyAsync(Townspeople.Resident("twee tabbladen")));
        using var person = fixture.Host.NewVisitor();
        var (one, two) = (await person.OpenAsync(address), await person.OpenAsync(address));
        await person.PressAsync(one, KeepButton, ("redenen", "Eerst."));

        var told = await person.PressAsync(two, KeepButton, ("redenen", "Later."));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("ook ergens anders bewaard", told.Text, StringComparison.Ordinal);
        Assert.Equal("Later.", told.Document.QuerySelector("[name=redenen]")!.TextContent);
        Assert.Equal("Eerst.", (await person.OpenAsync(address)).Document.QuerySelector("[name=redenen]")!.TextContent);
        await person.PressAsync(told, KeepButton);
        Assert.Equal("Later.", (await person.OpenAsync(address)).Document.QuerySelector("[name=redenen]")!.TextContent);
    }

    [Theory]
    [InlineData("", "toekennen- vragen- afwijzen-")]
    [InlineData("?keuze=toekennen", "toekennen+ vragen- afwijzen-")]
    [InlineData("?keuze=vragen", "vragen+ toekennen- afwijzen-")]
    [InlineData("?keuze=afwijzen", "afwijzen+ toekennen- vragen-")]
    [InlineData("?keuze=verdwijnen", "toekennen- vragen- afwijzen-")]
    public async Task Choice_OfTheButtonInTheMail_IsPrepared(string query, string parts)
    {
        var address = await AddressAsync(await Town.ApplyAsync(Townspeople.Resident($"keuze {query.Length}")));
        using var person = fixture.Host.NewVisitor();

        var page = await person.OpenAsync(address + query);

        Assert.Equal(parts, PartsOf(page));
        Assert.Contains("Elke maand koken wij", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistake_InAnotherPartThanThePreparedOne_UnfoldsThatPart()
    {
        var address = await AddressAsync(await Town.ApplyAsync(Townspeople.Resident("andere keuze")));
        using var person = fixture.Host.NewVisitor();
        var page = await person.OpenAsync(address + "?keuze=toekennen");

        var wrong = await person.PressAsync(page, "Wijs af");

        Assert.Equal(2, wrong.Errors.Count);
        Assert.Equal("afwijzen+ toekennen- vragen-", PartsOf(wrong));
    }

    [Fact]
    public async Task Refusal_WithGrounds_NamesTheirArticlesInTheLetter()
    {
        var proposal = Townspeople.Resident("afgewezen op gronden");
        var id = await Town.ApplyAsync(proposal);
        await Town.FollowAsync(
            Townspeople.Reviewer,
            $"initiatief {id}",
            "Wijs af",
            ("grond", "not-for-oldenzaal"),
            ("grond", "costs"),
            ("redenen", "De zaal is al verhuurd."));
        await Cases.MailedAsync(id, "decision");

        var letter = await fixture.ReadLetterAsync(proposal.Email, id);

        Assert.Contains("Subsidieregeling bewonersinitiatieven, artikel 3", letter, StringComparison.Ordinal);
        Assert.Contains("Subsidieregeling bewonersinitiatieven, artikel 7", letter, StringComparison.Ordinal);
        Assert.Contains("De zaal is al verhuurd.", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_WithConditions_ListsThemInTheLetter()
    {
        var proposal = Townspeople.Resident("met voorwaarden");
        var id = await Town.ApplyAsync(proposal);
        using var person = fixture.Host.NewVisitor();
        var page = await person.OpenAsync(await AddressAsync(id));
        await person.DecideAsync(
            page, "Ken toe", [.. Decisions.Approval(page), ("voorwaarde", "permit"), ("voorwaarde", "open-to-all"), ("voorwaarden", "Ruim op.")]);
        await Cases.MailedAsync(id, "decision");

        var letter = await fixture.ReadLetterAsync(proposal.Email, id);

        Assert.Contains("U vraagt eerst de vergunning aan", letter, StringComparison.Ordinal);
        Assert.Contains("Iedereen uit de buurt kan meedoen.", letter, StringComparison.Ordinal);
        Assert.Contains("Ruim op.", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsEarlierInitiativesOfTheSameApplicant_NotThoseOfOthers()
    {
        var proposal = Townspeople.Resident("nog eens");
        var first = await Town.ApplyAsync(proposal with { Title = "Eerste plan" });
        await Town.ApproveAsync(Townspeople.Reviewer, first, "900");
        await Cases.ReachAsync(first, InitiativeState.Granted);
        await Town.ApplyAsync(Townspeople.Resident("iemand anders") with { Title = "Plan van een ander" });
        var second = await Town.ApplyAsync(proposal with { Title = "Tweede plan", Email = "NOG.EENS@bewoner.example" });
        using var person = fixture.Host.NewVisitor();

        var page = await person.OpenAsync(await AddressAsync(second));

        Assert.Contains($"Eerste plan ({first}, 2026): Toegekend, €\u00A0900,00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan van een ander", page.Text, StringComparison.Ordinal);
        Assert.Contains("Daarna is er nog over", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutNotes_SpeaksOfThemOnlyToWhoCanAddOne()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("zonder notities"));
        var address = await AddressAsync(id);
        using var person = fixture.Host.NewVisitor();
        Assert.Contains("Maak een notitie", (await person.OpenAsync(address)).Text, StringComparison.Ordinal);

        await Town.DeclineAsync(Townspeople.Reviewer, id);

        var over = (await person.OpenAsync(address)).Text;
        Assert.DoesNotContain("Maak een notitie", over, StringComparison.Ordinal);
        Assert.DoesNotContain("Notities en advies", over, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amount_InAHigherBand_SaysWhatALowerOneMeans()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("groot bedrag", "20.000"));
        using var person = fixture.Host.NewVisitor();

        var page = await person.OpenAsync(await AddressAsync(id));

        Assert.Contains("Bij dit bedrag beslist de raad.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kent u ten hoogste €\u00A02.500 toe? Dan krijgt de aanvrager meteen de toekenning.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kent u ten hoogste €\u00A010.000 toe? Dan kijkt de raad eerst mee.", page.Text, StringComparison.Ordinal);
    }

    private static string PartsOf(PageSeen page) => string.Join(' ', page.Document.QuerySelectorAll("form > details.loket-choice-part")
        .Select(part => part.Id + (part.HasAttribute("open") ? "+" : "-")));

    private static string? ValueOf(PageSeen page, string field) => page.Document.QuerySelector(field)!.GetAttribute("value");

    // Without the choice that a button in the mail prepares.
    private async Task<string> AddressAsync(string id) =>
        new Uri((await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}")).Link).AbsolutePath;
}
