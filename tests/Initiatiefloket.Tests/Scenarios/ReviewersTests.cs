using System.Net;
using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Reviewers who are involved or away, and the overview of their cases. Each scenario has a theme, and so a reviewer, of its own.</summary>
public sealed class ReviewersTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string EndButton = "Beëindig de afwezigheid";
    private const string Youth = "y.amrani@oldenzaal.example";
    private const string Care = "g.nijhuis@oldenzaal.example";
    private const string Work = "b.oudeluttikhuis@oldenzaal.example";
    private const string Health = "s.velthuis@oldenzaal.example";
    private const string Declare = "Ik ben betrokken, geef de zaak over";

    // Where the first of all cases that are over would stand.
    private static readonly string Newest = new PlaceAmongEnded(DateTimeOffset.MaxValue, "0").Key;
    private static readonly (string Field, string Value) Involved = ("betrokken", "true");

    private PostOffice Post => fixture.Host.Post;

    [Fact]
    public async Task Conflict_WithoutTheTick_IsAskedForIt()
    {
        var id = await ApplyAsync("van een programma", "meedoen-en-ontmoeten", "welzijn");
        using var program = fixture.Host.NewVisitor();

        var asked = await program.PressAsync(await program.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, id)).Link), Declare);

        Assert.StartsWith("Zet een vinkje", Assert.Single(asked.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(await fixture.Cases.EventsAsync(id), key => key.StartsWith("hand-over", StringComparison.Ordinal));
        Assert.Contains("Ken toe", (await program.OpenAsync(asked.LinkTo("Ga terug naar het initiatief"))).Buttons);
    }

    [Fact]
    public async Task Conflict_Declared_InvitesSomebodyElseAndTheOldLinkSaysSo()
    {
        var id = await ApplyAsync("van de buurvrouw", "meedoen-en-ontmoeten", "welzijn");
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, id)).Link);

        var given = await reviewer.PressAsync(page, Declare, Involved);
        var again = await reviewer.PressAsync(page, Declare, Involved);

        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        Assert.Contains("Overgedragen aan Youssef Amrani", given.Text, StringComparison.Ordinal);
        Assert.Contains("Overgedragen aan Youssef Amrani", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ken toe", given.Buttons);
        Assert.Contains("hand-over-1-0-reviewer:welzijn", await fixture.Cases.EventsAsync(id));
        var change = Assert.Single((await fixture.Cases.GetAsync(id)).Panel.HandOvers);
        Assert.Equal((Actor.Reviewer("welzijn"), Actor.Reviewer("jeugd"), HandOverReason.Conflict, Actor.Reviewer("welzijn")), (change.From, change.To, change.Why, change.By));

        var overview = await OpenOverviewAsync(reviewer, "welzijn", Townspeople.Reviewer);
        Assert.Contains("Overgedragen aan Youssef Amrani", overview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(overview.Document.Links, link => link.TextContent.Contains("van de buurvrouw", StringComparison.Ordinal));
        var refused = await reviewer.PressAsync(overview, "Meld afwezig");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        await fixture.Town.ApproveAsync(Youth, id, "1.200");
        await fixture.Cases.ReachAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Conflict_OfTheCoordinator_LeavesThemThePageOfTheDesk()
    {
        var id = await ApplyAsync("van het stadhuis", "meedoen-en-ontmoeten", "welzijn");
        await HandOverAsync(id, Actor.Reviewer("welzijn"), Actor.Coordinator, HandOverReason.Coordinator);
        await fixture.Cases.MailedAsync(id, "review-1-invite-coordinator");
        var link = await fixture.OverviewLinkAsync(Actor.Coordinator);
        await HandOverAsync(id, Actor.Coordinator, Actor.Reviewer("jeugd"), HandOverReason.Conflict);
        using var coordinator = fixture.Host.NewVisitor();

        var opened = await coordinator.FollowAsync(await fixture.Town.OpenOverviewAsync(coordinator, link, Townspeople.Coordinator), "Plan: van het stadhuis");

        Assert.Contains("/zaak/", opened.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
    }

    [Fact]
    public async Task Absence_FromToday_GivesCasesToTheDeputyUntilItIsEnded()
    {
        var id = await ApplyAsync("voor mantelzorgers", "langer-thuis-en-zorg", "zorg");
        using var reviewer = fixture.Host.NewVisitor();
        var overview = await OpenOverviewAsync(reviewer, "zorg", Care);

        var entered = await EnterAsync(reviewer, overview, Care, Days(fixture.Today, fixture.Today.AddDays(7)));

        Assert.Equal("Uw zaken", entered.Heading);
        Assert.Contains("U bent afwezig van", entered.Text, StringComparison.Ordinal);
        Assert.Equal([Actor.Reviewer("gezondheid")], (await fixture.Cases.GetAsync(id)).Panel.Seats);
        var change = Assert.Single((await fixture.Cases.GetAsync(id)).Panel.HandOvers);
        Assert.Equal((HandOverReason.Absence, Actor.Reviewer("zorg")), (change.Why, change.By));
        var other = await ApplyAsync("voor ouderen", "langer-thuis-en-zorg", "gezondheid");

        var pressed = await reviewer.PressAsync(entered, EndButton);
        Assert.Equal(["Zet een vinkje bij de afwezigheid die u wilt beëindigen."], pressed.Errors);
        Assert.Contains("U bent afwezig van", pressed.Text, StringComparison.Ordinal);
        var back = await reviewer.PressAsync(pressed, EndButton, TickOf(pressed));

        Assert.DoesNotContain("U bent afwezig", back.Text, StringComparison.Ordinal);
        await ApplyAsync("voor thuis", "langer-thuis-en-zorg", "zorg");
        await fixture.Town.DeclineAsync(Health, other);
    }

    [Fact]
    public async Task Absence_EnteredByTheCoordinatorForLater_IsCarriedOutOnTheFirstDay()
    {
        var id = await ApplyAsync("een werkplaats", "werk-en-ondernemen", "werk");
        using var coordinator = fixture.Host.NewVisitor();
        var overview = await OverviewOfCoordinatorAsync(coordinator);
        Assert.Equal("Alle lopende zaken", overview.Heading);
        Assert.Contains("Plan: een werkplaats", overview.Text, StringComparison.Ordinal);
        Assert.Contains("Bas Oude Luttikhuis", overview.Text, StringComparison.Ordinal);
        var opened = await coordinator.FollowAsync(overview, "Plan: een werkplaats");
        Assert.Contains("/zaak/", opened.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        var tomorrow = fixture.Today.AddDays(1);

        var entered = await EnterAsync(coordinator, overview, Townspeople.Coordinator, [("wie", "werk"), ("vervanger", "gezondheid"), .. Days(tomorrow, tomorrow)]);

        Assert.Contains("Bas Oude Luttikhuis is afwezig op", entered.Text, StringComparison.Ordinal);
        Assert.Empty((await fixture.Cases.GetAsync(id)).Panel.HandOvers);
        fixture.Clock.SetUtcNow(new DateTimeOffset(tomorrow, new TimeOnly(0, 15, 1), TimeSpan.Zero));
        var handed = await Eventually.FindAsync("the hand-over", async () => (await fixture.Cases.GetAsync(id)).Panel is { HandOvers.Count: > 0 } panel ? panel : null);
        Assert.Equal([Actor.Reviewer("gezondheid")], handed.Seats);
    }

    [Fact]
    public async Task Absence_WhileTheApplicantIsAsked_ChangesTheNextRound()
    {
        var proposal = Townspeople.Resident("jongeren op straat") with { Theme = "opgroeien-en-jeugd" };
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Town.AskAsync(Youth, id, "Waar is het?");
        await fixture.Cases.ReachAsync(id, InitiativeState.WaitingForApplicant);
        using var reviewer = fixture.Host.NewVisitor();
        var overview = await OpenOverviewAsync(reviewer, "jeugd", Youth);
        Assert.Contains("de aanvrager, sinds", overview.Text, StringComparison.Ordinal);
        var entered = await EnterAsync(reviewer, overview, Youth, [("vervanger", "zorg"), .. Days(fixture.Today, fixture.Today)]);

        await fixture.Town.AnswerAsync(proposal.Email, id, "Op het plein.");

        await fixture.Cases.MailedAsync(id, "review-2-invite-reviewer:zorg");
        var change = Assert.Single((await fixture.Cases.GetAsync(id)).Panel.HandOvers);
        Assert.Equal((2, Actor.Reviewer("jeugd"), HandOverReason.Absence, Actor.Workflow), (change.Round, change.From, change.Why, change.By));
        await reviewer.PressAsync(entered, EndButton, TickOf(entered));
    }

    [Fact]
    public async Task Overview_ListsOpensAndIsOnlyRead()
    {
        var first = await ApplyAsync("bewegen in het park", "gezond-leven", "gezondheid");
        var second = await ApplyAsync("samen wandelen", "gezond-leven", "gezondheid");
        await fixture.Town.DeclineAsync(Health, second);
        await fixture.Cases.ReachAsync(second, InitiativeState.Rejected);
        await fixture.Cases.MailedAsync(second, "decision");
        using var reviewer = fixture.Host.NewVisitor();
        var link = await fixture.OverviewLinkAsync(Actor.Reviewer("gezondheid"));
        await fixture.Town.OpenOverviewAsync(reviewer, link, Health);
        var before = await fixture.Cases.VersionsAsync();

        var overview = await reviewer.OpenAsync(link);

        Assert.Equal(before, await fixture.Cases.VersionsAsync());
        Assert.Contains("Plan: bewegen in het park", overview.Text, StringComparison.Ordinal);
        Assert.Contains("Plan: samen wandelen", overview.Text, StringComparison.Ordinal);
        Assert.Contains("Afgewezen, op", overview.Text, StringComparison.Ordinal);
        var opened = await reviewer.FollowAsync(overview, "Plan: bewegen in het park");
        Assert.Contains("/beoordelen/", opened.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Ken toe", opened.Buttons);
        Assert.DoesNotContain("Ken toe", (await reviewer.FollowAsync(overview, "Plan: samen wandelen")).Buttons);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.OpenAsync($"{link}/afgerond/0")).Status);
        await fixture.Host.Services.GetRequiredService<CaseLists>().TidyAsync(Actor.Reviewer("gezondheid"), CancellationToken.None);
        var older = await reviewer.OpenAsync($"{link}/afgerond/{Newest}");
        Assert.Contains("Plan: samen wandelen", older.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan: bewegen in het park", older.Text, StringComparison.Ordinal);
        Assert.Contains("Afgewezen, op", (await reviewer.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_Expired_IsMailedAgain()
    {
        await ApplyAsync("rondkomen", "rondkomen", "werk");
        var link = await fixture.OverviewLinkAsync(Actor.Reviewer("werk"));
        fixture.Clock.Advance(TimeSpan.FromDays(61));
        using var reviewer = fixture.Host.NewVisitor();
        var expired = await reviewer.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, expired.Status);

        await reviewer.PressAsync(expired, "Stuur mij een nieuwe link");

        var anew = await Post.WaitForAsync(Work, "Al uw zaken bij het initiatiefloket");
        Assert.Equal("Uw zaken", (await fixture.Town.OpenOverviewAsync(reviewer, anew.Link, Work)).Heading);
    }

    private async Task<string> ApplyAsync(string about, string theme, string reviewer)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about) with { Theme = theme });
        await fixture.Cases.MailedAsync(id, $"review-1-invite-reviewer:{reviewer}");
        return id;
    }

    private async Task HandOverAsync(string id, Actor from, Actor to, HandOverReason why) => Assert.IsType<Saved.Now>(
        await fixture.Host.Services.GetRequiredService<HandOvers>().HandOverAsync(
            fixture.Host.Workflows, await fixture.Cases.GetAsync(id), from, to, why, by: from, CancellationToken.None));

    private async Task<PageSeen> OpenOverviewAsync(Visitor reviewer, string id, string email) =>
        await fixture.Town.OpenOverviewAsync(reviewer, await fixture.OverviewLinkAsync(Actor.Reviewer(id)), email);

    private async Task<PageSeen> EnterAsync(Visitor person, PageSeen overview, string email, params (string Field, string Value)[] fields) =>
        await fixture.Town.ConfirmAsync(person, await person.PressAsync(overview, "Meld afwezig", fields), email);

    private async Task<PageSeen> OverviewOfCoordinatorAsync(Visitor coordinator)
    {
        await coordinator.PressAsync(await coordinator.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", Townspeople.Coordinator));
        var mail = await Post.WaitForAsync(Townspeople.Coordinator, "Uw initiatieven bij het initiatiefloket");
        return await fixture.Town.OpenOverviewAsync(coordinator, mail.Link, Townspeople.Coordinator);
    }

    private static (string Field, string Value) TickOf(PageSeen overview) =>
        ("afwezigheid", overview.Document.QuerySelector("[name=afwezigheid]")!.GetAttribute("value")!);

    private static (string Field, string Value)[] Days(DateOnly from, DateOnly until) =>
    [
        ("van.day", $"{from.Day}"),
        ("van.month", $"{from.Month}"),
        ("van.year", $"{from.Year}"),
        ("tot.day", $"{until.Day}"),
        ("tot.month", $"{until.Month}"),
        ("tot.year", $"{until.Year}"),
    ];
}
