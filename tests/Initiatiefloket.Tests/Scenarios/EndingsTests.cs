using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Each way in which a case can end, over real HTTP, storage and replay.</summary>
public sealed class EndingsTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    // Longer than five working days can last, also around Easter.
    private static readonly TimeSpan FiveWorkingDays = TimeSpan.FromDays(12);

    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Vrij_WhenApproved_IsGrantedAtOnceWithALetter()
    {
        var proposal = Townspeople.Resident("vrij", "1.200");
        var id = await Town.ApplyAsync(proposal);

        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.000");

        var letter = await fixture.ReadLetterAsync(proposal.Email, id);
        Assert.Contains("€\u00A01.000,00", letter, StringComparison.Ordinal);
        Assert.Contains("bezwaar", letter, StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal(Euro.Whole(1000), (await Cases.ClaimAsync(id))!.Allocation!.Total);
        await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, $"Uitbetalen: {id}");
    }

    [Fact]
    public async Task Vrij_WhenDeclined_IsRejectedWithTheReasons()
    {
        var proposal = Townspeople.Resident("afwijzing");
        var id = await Town.ApplyAsync(proposal);

        await Town.DeclineAsync(Townspeople.Reviewer, id);

        Assert.Contains("Dit past niet bij het beleid, artikel 3.", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
        Assert.Null(await Cases.ClaimAsync(id));
    }

    [Fact]
    public async Task Question_WhenAnswered_IsDecidedInTheNextRound()
    {
        var proposal = Townspeople.Resident("vraag");
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(Townspeople.Reviewer, id, "Waar koken jullie?");
        var question = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}");
        Assert.Contains("Waar koken jullie?", question.Text!, StringComparison.Ordinal);

        await Town.AnswerAsync(proposal.Email, id, "In het wijkhuis.");
        await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}", number: 2);
        var second = await Town.OpenAsync(Townspeople.Reviewer, $"initiatief {id}");
        Assert.Contains("In het wijkhuis.", second.Text, StringComparison.Ordinal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");

        await Cases.ReachAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Gedeeld_WhenTheCouncilIsSilent_IsGrantedAfterTheWindow()
    {
        var proposal = Townspeople.Resident("raad zwijgt", "4.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await fixture.Host.Post.WaitForAsync(Townspeople.Fatma, proposal.Title);
        await Cases.ReachAsync(id, InitiativeState.CouncilWindow);

        fixture.Clock.Advance(FiveWorkingDays);

        await Cases.ReachAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Gedeeld_WhenEnoughMembersCallIn_WaitsForTheCouncil()
    {
        var proposal = Townspeople.Resident("raad wil praten", "4.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "4.000");
        await Town.FollowAsync(Townspeople.Henk, proposal.Title, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Town.FollowAsync(Townspeople.Fatma, proposal.Title, "Ik wil dit in de raad bespreken", Decisions.CallIn);

        await fixture.Host.Post.WaitForAsync(proposal.Email, $"De gemeenteraad bespreekt uw initiatief {id}");
        fixture.Clock.Advance(FiveWorkingDays);
        await Cases.ReachAsync(id, InitiativeState.CouncilDecides);
        await RecordCouncilDecisionAsync(id, "afwijzen", "De raad kiest voor een ander plan.");

        Assert.Contains("De raad kiest voor een ander plan.", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
        await Cases.ClaimBecomesAsync(id, ClaimState.Released);
    }

    [Fact]
    public async Task Regie_WhenTheCouncilGrants_IsGranted()
    {
        var proposal = Townspeople.Resident("groot plan", "20.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "18.000");
        await Town.ApproveAsync(Townspeople.SecondReviewer, id, "18.000");

        await RecordCouncilDecisionAsync(id, "toekennen", "De raad is enthousiast.");

        Assert.Contains("De raad is enthousiast.", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Withdrawn_DuringTheCouncilWindow_GivesTheMoneyBack()
    {
        var proposal = Townspeople.Resident("bedenkt zich", "5.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "5.000");
        await fixture.Host.Post.WaitForAsync(Townspeople.Henk, proposal.Title);

        await Town.WithdrawAsync(proposal.Email, id);

        await fixture.Host.Post.WaitForAsync(proposal.Email, $"initiatief {id} ingetrokken");
        await Cases.ReachAsync(id, InitiativeState.Withdrawn);
        await Cases.ClaimBecomesAsync(id, ClaimState.Released);
    }

    [Fact]
    public async Task Review_WhenNobodyDecides_RemindsEscalatesAndEndsAtTheDesk()
    {
        var proposal = Townspeople.Resident("vergeten");
        var id = await Town.ApplyAsync(proposal);
        await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}");

        fixture.Clock.Advance(FiveWorkingDays);
        await fixture.Host.Post.WaitForAsync(Townspeople.Reviewer, $"Herinnering, beslis: …initiatief {id}");
        fixture.Clock.Advance(FiveWorkingDays);
        await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, $"initiatief {id}");
        fixture.Clock.Advance(12 * FiveWorkingDays);

        var told = await fixture.Host.Post.WaitForAsync(proposal.Email, $"Ons besluit over initiatief {id} is te laat");
        Assert.Contains("4:17", told.Text!, StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.LeftToDesk);
    }

    private Task<PageSeen> RecordCouncilDecisionAsync(string id, string choice, string reasons) => Town.RecordCouncilDecisionAsync(
        Townspeople.Coordinator, id, choice, reasons, DateOnly.FromDateTime(fixture.Clock.GetUtcNow().Date));
}
