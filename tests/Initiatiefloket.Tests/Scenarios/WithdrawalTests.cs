using Initiatiefloket.Budget;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>The applicant withdraws in each state before granted, and decisions whose signal got lost.</summary>
public sealed class WithdrawalTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task InReview_IsWithdrawnAndTheReviewerIsTold()
    {
        var proposal = Townspeople.Resident("trekt meteen in");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        await Town.WithdrawAsync(proposal.Email, id);

        await AssertWithdrawnAsync(proposal, id);
        await Post.WaitForAsync(Townspeople.Reviewer, $"Ingetrokken: {id}");
        Assert.Null(await Cases.ClaimAsync(id));
    }

    [Fact]
    public async Task Withdrawn_AppliedForAgain_BeginsWithItsText()
    {
        var proposal = Townspeople.Resident("bedenkt zich");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var withdrawn = await Town.WithdrawAsync(proposal.Email, id);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync(withdrawn.Address.AbsolutePath);

        var form = await resident.PressAsync(status, "Vraag opnieuw aan met deze tekst");
        var check = form;
        while (!check.Buttons.Contains(Proposal.SendButton))
        {
            check = await resident.PressAsync(check, "Verder");
            Assert.Empty(check.Errors);
        }

        Assert.Equal("Uw idee", form.Heading);
        Assert.All(
            new[] { proposal.Title, proposal.Plan, proposal.Partners, proposal.Name, proposal.Email, "15 maart 2027" },
            text => Assert.Contains(text, check.Text, StringComparison.Ordinal));
        await resident.PressAsync(check, Proposal.SendButton, ("akkoord", "true"));
        Assert.NotEqual(id, await Town.ConfirmAsync(proposal.Email));
        await AssertWithdrawnAsync(proposal, id);
    }

    [Fact]
    public async Task InReview_AppliedForAgain_StaysOnItsPage()
    {
        var proposal = Townspeople.Resident("wacht gewoon");
        var id = await Town.ApplyAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        var withdraw = await resident.OpenAsync(status.LinkTo("Aanvraag intrekken"));
        withdraw.Document.QuerySelector("main form")!.SetAttribute("action", $"{status.Address.AbsolutePath}/opnieuw");

        Assert.Equal(status.Heading, (await resident.PressAsync(withdraw, "Ja, trek mijn aanvraag in")).Heading);
    }

    [Fact]
    public async Task WaitingForApplicant_IsWithdrawnAndTheReviewerIsTold()
    {
        var proposal = Townspeople.Resident("trekt in bij een vraag");
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(Townspeople.Reviewer, id, "Wie doet er mee?");
        await Cases.MailedAsync(id, "question-1-asked");

        await Town.WithdrawAsync(proposal.Email, id);

        await AssertWithdrawnAsync(proposal, id);
        await Post.WaitForAsync(Townspeople.Reviewer, $"Ingetrokken: {id}");
    }

    [Fact]
    public async Task CouncilDecides_IsWithdrawnAndTheMoneyGoesBack()
    {
        var proposal = Townspeople.Resident("trekt in bij de raad", "20.000");
        var id = await Town.ApplyAsync(proposal);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "20.000");
        await Town.ApproveAsync(Townspeople.SecondReviewer, id, "20.000");
        await Cases.MailedAsync(id, "council-asked-applicant");

        await Town.WithdrawAsync(proposal.Email, id);

        await AssertWithdrawnAsync(proposal, id);
        Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Release], await Cases.EntriesAsync(id));
        Assert.Empty(await Post.AboutAsync(Townspeople.Reviewer, $"Ingetrokken: {id}"));
        Assert.Contains(
            "Er is niets meer vast te leggen", (await Town.OpenAsync(Townspeople.Coordinator, $"Agenderen: {id}")).Text, StringComparison.Ordinal);
        await Post.WaitForAsync(Townspeople.Coordinator, $"haal van de agenda: {id}");
    }

    [Fact]
    public async Task Verdict_WhoseSignalGotLost_IsSentBySweep()
    {
        var proposal = Townspeople.Resident("signaal kwijt");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        await StoreAsync(id, VerdictKind.Approve, new Signal(id, WorkflowEvents.ReviewChanged(1), Actor.Reviewer("welzijn")));

        await fixture.PassTimeUntilAsync(
            "the sweep", async () => (await Cases.GetAsync(id)).State == InitiativeState.Granted ? id : null);
    }

    [Fact]
    public async Task Verdict_ThatNobodySignalled_IsSeenAtTheNextReminder()
    {
        var proposal = Townspeople.Resident("geen signaal");
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        await StoreAsync(id, VerdictKind.Decline, signal: null);
        fixture.Clock.Advance(TimeSpan.FromDays(9));

        await Cases.ReachAsync(id, InitiativeState.Rejected);
        Assert.Empty(await Post.AboutAsync(Townspeople.Reviewer, $"Herinnering, beslis: …initiatief {id}"));
    }

    private async Task AssertWithdrawnAsync(Proposal proposal, string id)
    {
        await Post.WaitForAsync(proposal.Email, $"initiatief {id} ingetrokken");
        await Cases.ReachAsync(id, InitiativeState.Withdrawn);
        Assert.Empty(await Post.AboutAsync(proposal.Email, $"Besluit over uw initiatief {id}"));
    }

    /// <summary>Stores a verdict as the page does, and dies before the workflow is woken.</summary>
    private async Task StoreAsync(string id, VerdictKind kind, Signal? signal)
    {
        var now = fixture.Clock.GetUtcNow();
        var verdict = new Verdict { Round = 1, Kind = kind, By = Actor.Reviewer("welzijn"), At = now, Reasons = "Omdat.", Amount = Euro.Whole(1000) };
        var given = new InitiativeEvent(
            "vote-1-reviewer:welzijn", kind == VerdictKind.Approve ? InitiativeEventKind.Approved : InitiativeEventKind.Declined, now, verdict.By, verdict.Words);
        var services = fixture.Host.Services;
        if (signal is not null)
        {
            await services.GetRequiredService<SignalTable>().RememberAsync(signal, CancellationToken.None);
        }

        await services.GetRequiredService<InitiativeTable>().ChangeAsync(id, given, current => current.With(verdict), CancellationToken.None);
    }
}
