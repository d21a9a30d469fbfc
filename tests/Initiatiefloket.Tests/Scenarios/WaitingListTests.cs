using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>More is asked than the pot holds. Each test has a town of its own: a pot can be emptied once.</summary>
public sealed class WaitingListTests : IAsyncLifetime
{
    private readonly SmallPotFixture _fixture = new();

    private Town Town => _fixture.Town;

    private PostOffice Post => _fixture.Host.Post;

    private StoredCases Cases => _fixture.Cases;

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Money_WhenTheFirstWithdraws_GoesToWhoAppliedFirstAndTheLastIsRefused()
    {
        var first = await ApplyAsync(Townspeople.Resident("eerste", "5.000"));
        var second = await ApplyAsync(Townspeople.Resident("tweede", "4.500"));
        var third = await ApplyAsync(Townspeople.Resident("derde", "1.000"));
        await Town.ApproveAsync(Townspeople.Reviewer, first, "5.000");
        await Cases.ReachAsync(first, InitiativeState.CouncilWindow);
        await PutOnWaitingListAsync("derde", third, "1.000");
        await PutOnWaitingListAsync("tweede", second, "4.500");

        await Town.WithdrawAsync("eerste@bewoner.example", first);

        await Cases.ReachAsync(second, InitiativeState.CouncilWindow);
        await Cases.ClaimBecomesAsync(second, ClaimState.Reserved);
        await Cases.MailedAsync(first, "withdrawn");
        Assert.Equal(InitiativeState.WaitingList, (await Cases.GetAsync(third)).State);

        await Cases.MailedAsync(second, "council-raadslid-5");
        _fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 5, 29, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains("4:25", await _fixture.ReadLetterAsync("derde@bewoner.example", third), StringComparison.Ordinal);
        await Cases.ReachAsync(third, InitiativeState.Rejected);
        await Cases.ReachAsync(second, InitiativeState.Granted);
        await Cases.ClaimBecomesAsync(third, ClaimState.Released);
        Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Release], await Cases.EntriesAsync(first));
        Assert.Equal([LedgerEntryKind.Wait, LedgerEntryKind.Offer, LedgerEntryKind.Grant], await Cases.EntriesAsync(second));
        Assert.Equal([LedgerEntryKind.Wait, LedgerEntryKind.Leave], await Cases.EntriesAsync(third));
        await Cases.AssertLedgerAddsUpAsync();
    }

    [Fact]
    public async Task Waiting_IsToldWithTheExtendedDateAndCanBeWithdrawn()
    {
        var first = await ApplyAsync(Townspeople.Resident("eerste", "5.000"));
        var second = await ApplyAsync(Townspeople.Resident("tweede", "1.000"));
        await Town.ApproveAsync(Townspeople.Reviewer, first, "5.000");
        await Cases.ReachAsync(first, InitiativeState.CouncilWindow);

        var told = await PutOnWaitingListAsync("tweede", second, "1.000");

        // Eight weeks from 2 March end on King's Day, so a day later; and eight weeks more.
        Assert.Contains("artikel 4:14", told.Text!, StringComparison.Ordinal);
        Assert.Contains("dinsdag 23 juni 2026 (nog ", told.Text!, StringComparison.Ordinal);
        Assert.Contains("dinsdag 23 juni 2026", (await Town.OpenAsync("tweede@bewoner.example", "wachtlijst")).Text, StringComparison.Ordinal);

        await Town.WithdrawAsync("tweede@bewoner.example", second);
        await Cases.MailedAsync(second, "withdrawn");
        await Cases.ReachAsync(second, InitiativeState.Withdrawn);
        Assert.Equal([LedgerEntryKind.Wait, LedgerEntryKind.Leave], await Cases.EntriesAsync(second));
    }

    [Fact]
    public async Task Waiting_WhenThePolicyPutsMoreInThePot_IsServedAtTheNextStart()
    {
        var first = await ApplyAsync(Townspeople.Resident("eerste", "4.500"));
        var second = await ApplyAsync(Townspeople.Resident("tweede", "1.000"));
        await Town.ApproveAsync(Townspeople.Reviewer, first, "4.500");
        await Cases.MailedAsync(first, "council-raadslid-5");
        await PutOnWaitingListAsync("tweede", second, "1.000");

        await _fixture.Host.DisposeAsync();
        var refused = await Assert.ThrowsAsync<PolicyException>(() => _fixture.StartAsync(_fixture.PolicyWith(euros: 4000)));
        Assert.Contains("pot 2026", refused.Message, StringComparison.Ordinal);
        await _fixture.StartAsync(_fixture.PolicyWith(euros: 6000));

        // A step that was under way as the app stopped is tried again after a while.
        await _fixture.PassTimeUntilAsync("the payment", async () => (await Cases.MailsAsync(second)).FirstOrDefault(mail => mail == "payment"));
        await Cases.ReachAsync(second, InitiativeState.Granted);
        Assert.Equal([LedgerEntryKind.Wait, LedgerEntryKind.Offer, LedgerEntryKind.Grant], await Cases.EntriesAsync(second));
        await Cases.AssertLedgerAddsUpAsync();
    }

    [Fact]
    public async Task Waiting_WhenAGrantIsSettledLower_IsServedAtOnce()
    {
        var first = await ApplyAsync(Townspeople.Resident("eerste", "5.000"));
        var second = await ApplyAsync(Townspeople.Resident("tweede", "1.000"));
        await Town.ApproveAsync(Townspeople.Reviewer, first, "5.000");
        await Cases.MailedAsync(first, "council-raadslid-5");
        await PutOnWaitingListAsync("tweede", second, "1.000");
        _fixture.Clock.Advance(TimeSpan.FromDays(8));
        await _fixture.ReadLetterAsync("eerste@bewoner.example", first);

        await _fixture.SendLaterLetterAsync(
            first, "Vaststelling van de subsidie", ("bedrag", "4.000"), ("grond", "NotDone"), ("redenen", "De helft ging niet door."));

        await Cases.ReachAsync(second, InitiativeState.Granted);
        Assert.Equal([LedgerEntryKind.Reserve, LedgerEntryKind.Grant, LedgerEntryKind.Settle], await Cases.EntriesAsync(first));
        await Cases.AssertLedgerAddsUpAsync();
    }

    /// <summary>Applies; a minute passes, so that the order of receipt is certain.</summary>
    private async Task<string> ApplyAsync(Proposal proposal)
    {
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private async Task<MailSeen> PutOnWaitingListAsync(string name, string id, string amount)
    {
        await Town.ApproveAsync(Townspeople.Reviewer, id, amount);
        return await Post.WaitForAsync($"{name}@bewoner.example", $"initiatief {id} staat op de wachtlijst");
    }
}
