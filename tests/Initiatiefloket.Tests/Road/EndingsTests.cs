using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Road;

/// <summary>Each way in which a case can end, over real HTTP, storage and replay.</summary>
public sealed class EndingsTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    // Longer than five working days can last, also around Easter.
    private static readonly TimeSpan FiveWorkingDays = TimeSpan.FromDays(12);

    private Town Town => fixture.Town;

    [Fact]
    public async Task Vrij_WhenApproved_IsGrantedAtOnceWithALetter()
    {
        var proposal = Resident("vrij") with { Asked = "1.200" };
        var id = await Town.ApplyAsync(proposal);

        await Town.ApproveAsync(People.Reviewer, id, "1.000");

        var letter = await LetterAsync(proposal.Email, id);
        Assert.Contains("€\u00A01.000,00", letter, StringComparison.Ordinal);
        Assert.Contains("bezwaar", letter, StringComparison.Ordinal);
        await AssertEndsAsync(id, InitiativeState.Granted);
        Assert.Equal(Euro.Whole(1000), (await ClaimAsync(id))!.Allocation!.Total);
        await fixture.Host.Post.WaitForAsync(People.Coordinator, $"Uitbetalen: {id}");
    }

    [Fact]
    public async Task Vrij_WhenDeclined_IsRejectedWithTheReasons()
    {
        var proposal = Resident("afwijzing");
        var id = await Town.ApplyAsync(proposal);

        await Town.DeclineAsync(People.Reviewer, id);

        Assert.Contains("Dit past niet bij het beleid, artikel 3.", await LetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await AssertEndsAsync(id, InitiativeState.Rejected);
        Assert.Null(await ClaimAsync(id));
    }

    [Fact]
    public async Task Question_WhenAnswered_IsDecidedInTheNextRound()
    {
        var proposal = Resident("vraag");
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(People.Reviewer, id, "Waar koken jullie?");
        var status = await Town.OpenAsync(proposal.Email, $"Vraag over uw initiatief {id}");

        using var resident = fixture.Host.NewVisitor();
        var answerPage = await resident.OpenAsync(status.LinkTo("Beantwoord de vraag"));
        Assert.Contains("Waar koken jullie?", answerPage.Text, StringComparison.Ordinal);
        await resident.PressAsync(answerPage, "Verstuur uw antwoord", ("antwoord", "In het wijkhuis."));
        var second = await SecondRoundAsync(id);
        Assert.Contains("In het wijkhuis.", second.Text, StringComparison.Ordinal);

        await Town.ApproveAsync(People.Reviewer, id, "1.200");

        await AssertEndsAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Question_WhenNotAnsweredInTheRecoveryTerm_IsSetAside()
    {
        var proposal = Resident("stilte");
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(People.Reviewer, id, "Wie doet er mee?");
        await fixture.Host.Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}");

        fixture.Clock.Advance(TimeSpan.FromDays(8));
        await fixture.Host.Post.WaitForAsync(proposal.Email, $"Herinnering: vraag over uw initiatief {id}");
        fixture.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Contains("artikel 4:5", await LetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await AssertEndsAsync(id, InitiativeState.SetAside);
    }

    [Fact]
    public async Task Gedeeld_WhenTheCouncilIsSilent_IsGrantedAfterTheWindow()
    {
        var proposal = Resident("raad zwijgt") with { Asked = "4.000" };
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(People.Reviewer, id, "4.000");
        await fixture.Host.Post.WaitForAsync(People.Fatma, proposal.Title);
        await AssertEndsAsync(id, InitiativeState.CouncilWindow);

        fixture.Clock.Advance(FiveWorkingDays);

        await AssertEndsAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Gedeeld_WhenEnoughMembersCallIn_WaitsForTheCouncil()
    {
        var proposal = Resident("raad wil praten") with { Asked = "4.000" };
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(People.Reviewer, id, "4.000");
        await Town.FollowAsync(People.Henk, proposal.Title, "Ik wil dit in de raad bespreken");
        await Town.FollowAsync(People.Fatma, proposal.Title, "Ik wil dit in de raad bespreken");

        await fixture.Host.Post.WaitForAsync(proposal.Email, $"De gemeenteraad bespreekt uw initiatief {id}");
        fixture.Clock.Advance(FiveWorkingDays);
        await AssertEndsAsync(id, InitiativeState.CouncilDecides);
        await RecordCouncilDecisionAsync(id, "afwijzen", "De raad kiest voor een ander plan.");

        Assert.Contains("De raad kiest voor een ander plan.", await LetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await AssertEndsAsync(id, InitiativeState.Rejected);
        Assert.Equal(ClaimState.Released, (await ClaimAsync(id))!.State);
    }

    [Fact]
    public async Task Regie_WhenTheCouncilGrants_IsGranted()
    {
        var proposal = Resident("groot plan") with { Asked = "20.000" };
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(People.Reviewer, id, "18.000");

        await RecordCouncilDecisionAsync(id, "toekennen", "De raad is enthousiast.");

        Assert.Contains("De raad is enthousiast.", await LetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await AssertEndsAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Withdrawn_DuringTheCouncilWindow_GivesTheMoneyBack()
    {
        var proposal = Resident("bedenkt zich") with { Asked = "5.000" };
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(People.Reviewer, id, "5.000");
        await fixture.Host.Post.WaitForAsync(People.Henk, proposal.Title);

        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await fixture.Host.Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        await resident.PressAsync(await resident.OpenAsync(status.LinkTo("Aanvraag intrekken")), "Ja, trek mijn aanvraag in");

        await fixture.Host.Post.WaitForAsync(proposal.Email, $"initiatief {id} ingetrokken");
        await AssertEndsAsync(id, InitiativeState.Withdrawn);
        Assert.Equal(ClaimState.Released, (await ClaimAsync(id))!.State);
    }

    [Fact]
    public async Task Review_WhenNobodyDecides_RemindsEscalatesAndEndsAtTheDesk()
    {
        var proposal = Resident("vergeten");
        var id = await Town.ApplyAsync(proposal);
        await fixture.Host.Post.WaitForAsync(People.Reviewer, $"Beslis over initiatief {id}");

        fixture.Clock.Advance(FiveWorkingDays);
        await fixture.Host.Post.WaitForAsync(People.Reviewer, $"Herinnering: beslis over initiatief {id}");
        fixture.Clock.Advance(FiveWorkingDays);
        await fixture.Host.Post.WaitForAsync(People.Coordinator, $"initiatief {id}");
        fixture.Clock.Advance(12 * FiveWorkingDays);

        var told = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Ons besluit over initiatief {id} is te laat");
        Assert.Contains("4:17", told.Text!, StringComparison.Ordinal);
        await AssertEndsAsync(id, InitiativeState.LeftToDesk);
    }

    private static Proposal Resident(string about) => new()
    {
        Title = $"Plan: {about}",
        Email = $"{about.Replace(' ', '.')}@bewoner.example",
    };

    private async Task<string> LetterAsync(string email, string id)
    {
        var status = await Town.OpenAsync(email, $"Besluit over uw initiatief {id}");
        using var resident = fixture.Host.NewVisitor();
        return await Eventually.FindAsync("the letter", async () =>
        {
            var page = await resident.OpenAsync(status.Address.ToString());
            return page.Text.Contains("Uw brief", StringComparison.Ordinal) ? (await resident.OpenAsync(page.LinkTo("Brief"))).Document.Body!.TextContent : null;
        });
    }

    private Task<PageSeen> SecondRoundAsync(string id) => Eventually.FindAsync("the second round", async () =>
    {
        var page = await Town.OpenAsync(People.Reviewer, $"initiatief {id}");
        return page.Buttons.Contains("Ken toe") ? page : null;
    });

    private async Task RecordCouncilDecisionAsync(string id, string choice, string reasons)
    {
        var today = fixture.Clock.GetUtcNow();
        await Town.FollowAsync(
            People.Coordinator,
            $"({id})",
            "Leg het besluit vast",
            ("besluit", choice),
            ("redenen", reasons),
            ("datum.day", $"{today.Day}"),
            ("datum.month", $"{today.Month}"),
            ("datum.year", $"{today.Year}"));
    }

    private Task<Initiative> AssertEndsAsync(string id, InitiativeState state) => Eventually.FindAsync($"{id} to be {state}", async () =>
    {
        var initiative = await fixture.Host.Services.GetRequiredService<InitiativeTable>().GetAsync(id, CancellationToken.None);
        return initiative.State == state ? initiative : null;
    });

    private Task<PotClaim?> ClaimAsync(string id) => fixture.Host.Services.GetRequiredService<PotLedger>().FindClaimAsync(2026, id);
}
