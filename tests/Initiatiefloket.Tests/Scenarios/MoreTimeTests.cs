using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Both sides agree on more time, or do not (Awb 4:15, second paragraph, under a).</summary>
public sealed class MoreTimeTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Ask = "Vraag om meer tijd";
    private const string Answer = "Verstuur mijn antwoord";

    private static Policy Policy { get; } = PolicyFile.Load(PolicyDraft.DefaultFile);

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Agreed_TheClockStandsStillUntilThatDayAndANoticeBeforeItCountsForNothing()
    {
        var (proposal, id, until) = await AskedAsync("geeft tijd");
        var before = await DecideByAsync(id);
        var asked = await Post.WaitForAsync(proposal.Email, $"Mogen wij meer tijd nemen voor uw aanvraag {id}?");
        Assert.Contains("> De raad vergadert pas dan.", asked.Text!, StringComparison.Ordinal);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync(asked.Link);

        // A program that scans mail presses the button and chooses nothing.
        var pressed = await resident.PressAsync(status, Answer);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kies ja of nee."), (pressed.Status, Assert.Single(pressed.Errors)));
        Assert.Equal(before, await DecideByAsync(id));
        var agreed = await resident.PressAsync(status, Answer, ("tijd-antwoord", "ja"));

        var later = await DecideByAsync(id);
        Assert.Contains($"uiterlijk op {later.InWordsWithWeekday()}", agreed.Text, StringComparison.Ordinal);
        Assert.Contains("Meer tijd afgesproken", agreed.Text, StringComparison.Ordinal);
        Assert.Equal(until, Assert.Single((await Cases.GetAsync(id)).Clock!.Suspensions).RecoverBy);
        Assert.True(later > before);
        await Post.WaitForAsync(Townspeople.Coordinator, $"De aanvrager geeft u meer tijd: {id}");

        using var coordinator = fixture.Host.NewVisitor();
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains($"De termijn staat stil tot en met {until.InWords()}: de aanvrager geeft u die tijd", desk.Text, StringComparison.Ordinal);
        Assert.Contains($"de tijd tot en met {until.InWords()} (Awb 4:15)", desk.Text, StringComparison.Ordinal);
        Assert.Contains($"Tot en met {until.InWords()}.", desk.Text, StringComparison.Ordinal);
        Assert.False(Penalty.IsSetOff(before.AddDays(1), later));

        // The decision may come earlier.
        await Town.DeclineAsync(Townspeople.Reviewer, id);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
        await Cases.MailedAsync(id, "decision");
        desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains($"Het besluit kwam eerder: op {fixture.Today.InWords()}.", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_TheClockRunsOnAndTheCoordinatorIsTold()
    {
        var (proposal, id, _) = await AskedAsync("geeft geen tijd");
        var before = await DecideByAsync(id);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"Mogen wij meer tijd nemen voor uw aanvraag {id}?")).Link);

        await resident.PressAsync(status, Answer, ("tijd-antwoord", "nee"));

        await Post.WaitForAsync(Townspeople.Coordinator, $"De aanvrager geeft u geen extra tijd: {id}");
        Assert.Equal(before, await DecideByAsync(id));
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains("Op de vorige vraag om meer tijd was het antwoord nee.", desk.Text, StringComparison.Ordinal);
        Assert.Contains(Ask, desk.Buttons);
    }

    [Fact]
    public async Task Asked_TakenBackOrTooLate_CanNotBeAgreedToAnyMore()
    {
        var (proposal, id, _) = await AskedAsync("vraag ingetrokken");
        var before = await DecideByAsync(id);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"Mogen wij meer tijd nemen voor uw aanvraag {id}?")).Link);
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.DoesNotContain(Ask, desk.Buttons);
        Assert.NotEmpty((await coordinator.PressAsync(desk, "Trek de vraag in")).Errors);
        desk = await coordinator.PressAsync(desk, "Trek de vraag in", ("tijd-zeker", "true"));
        Assert.Contains("De vraag om meer tijd is ingetrokken.", desk.Text, StringComparison.Ordinal);

        await resident.PressAsync(status, Answer, ("tijd-antwoord", "ja"));
        Assert.Equal(before, await DecideByAsync(id));

        // The second one lapses after the time to answer.
        await coordinator.PressAsync(desk, Ask, [.. Fields(fixture.Today.AddDays(30), "Nog eens.")]);
        status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"Mogen wij meer tijd nemen voor uw aanvraag {id}?", number: 2)).Link);
        fixture.Clock.Advance(TimeSpan.FromDays(8));
        var late = await resident.PressAsync(status, Answer, ("tijd-antwoord", "ja"));
        Assert.DoesNotContain(Answer, late.Buttons);
        Assert.Equal(before, await DecideByAsync(id));
    }

    [Fact]
    public async Task ApplicantAsks_WhoDecidesAgrees_TheClockStandsStillFromThen()
    {
        var proposal = Townspeople.Resident("wil zelf tijd");
        var id = await Town.ApplyAsync(proposal);
        var review = await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}");
        var before = await DecideByAsync(id);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        var page = await resident.OpenAsync(status.LinkTo("Zelf meer tijd vragen"));
        Assert.Equal(2, (await resident.PressAsync(page, Ask)).Errors.Count);
        Assert.Equal("Vul een dag in die na vandaag komt.", Assert.Single((await resident.PressAsync(page, Ask, [.. Fields(fixture.Today, "Verhuizing.")])).Errors));
        var sent = await resident.PressAsync(page, Ask, [.. Fields(fixture.Today.AddDays(21), "Wij zoeken een zaal.")]);
        Assert.Contains("U vroeg ons om te wachten", sent.Text, StringComparison.Ordinal);
        Assert.Empty((await resident.PressAsync(page, Ask, [.. Fields(fixture.Today.AddDays(21), "Wij zoeken een zaal.")])).Errors);
        var wanted = await Post.WaitForAsync(Townspeople.Coordinator, $"De aanvrager wil meer tijd: {id}");
        Assert.Contains("> Wij zoeken een zaal.", wanted.Text!, StringComparison.Ordinal);
        Assert.Equal(before, await DecideByAsync(id));

        using var reviewer = fixture.Host.NewVisitor();
        var decide = await reviewer.OpenAsync(review.Link);
        Assert.Equal("Kies ja of nee.", Assert.Single((await reviewer.PressAsync(decide, "Antwoord de aanvrager")).Errors));
        await reviewer.PressAsync(decide, "Antwoord de aanvrager", ("tijd-antwoord", "ja"));

        Assert.True(await DecideByAsync(id) > before);
        await Post.WaitForAsync(proposal.Email, $"U krijgt meer tijd voor uw aanvraag {id}");
        Assert.DoesNotContain("Antwoord de aanvrager", (await reviewer.OpenAsync(review.Link)).Buttons);
    }

    [Fact]
    public async Task WithTheCouncil_TheDeskOffersIt()
    {
        var id = await fixture.InCouncilWindowAsync("raad wil tijd");
        using var coordinator = fixture.Host.NewVisitor();

        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));

        Assert.Contains("Zo past het besluit in de agenda van de raad.", desk.Text, StringComparison.Ordinal);
        Assert.Contains(Ask, desk.Buttons);
    }

    [Fact]
    public async Task Talk_StandsInTheTrailAndMovesNoDate()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("wij bellen even"));
        var review = await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}");
        var before = await DecideByAsync(id);
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Equal("Vul in wat er is besproken.", Assert.Single((await coordinator.PressAsync(desk, "Leg het gesprek vast")).Errors));
        await coordinator.PressAsync(desk, "Leg het gesprek vast", ("gesprek", "Gebeld over de zaal."));
        await coordinator.PressAsync(desk, "Leg het gesprek vast", ("gesprek", "Gebeld over de zaal."));

        using var reviewer = fixture.Host.NewVisitor();
        var talk = await reviewer.OpenAsync((await reviewer.OpenAsync(review.Link)).LinkTo("Maak een notitie"));
        await reviewer.PressAsync(talk, "Leg het gesprek vast", ("gesprek", "Afspraak op 20 maart."));

        desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        Assert.Contains("Er was een gesprek. De termijn loopt door. (Ellen Kamphuis)", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Afspraak op 20 maart.", desk.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Cases.EventsAsync(id)).Count(key => key.StartsWith("talk-", StringComparison.Ordinal)));
        Assert.Equal(before, await DecideByAsync(id));
    }

    private async Task<(Proposal Proposal, string Id, DateOnly Until)> AskedAsync(string about)
    {
        var proposal = Townspeople.Resident(about);
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
        var until = fixture.Today.AddDays(30);
        var asked = await coordinator.PressAsync(desk, Ask, [.. Fields(until, "De raad vergadert pas dan.")]);
        Assert.Contains($"U vroeg de aanvrager om tijd tot en met {until.InWordsWithWeekday()}", asked.Text, StringComparison.Ordinal);
        return (proposal, id, until);
    }

    private async Task<DateOnly> DecideByAsync(string id) => (await Cases.GetAsync(id)).Clock!.DecideBy(Policy.WorkingDays);

    private static IReadOnlyList<(string Field, string Value)> Fields(DateOnly until, string why) =>
        [("tijd-tot.day", $"{until.Day}"), ("tijd-tot.month", $"{until.Month}"), ("tijd-tot.year", $"{until.Year}"), ("tijd-reden", why)];
}
