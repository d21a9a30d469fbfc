using Azure.Data.Tables;
using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Budget;

/// <summary>The ledger on a real Azurite; each test has a year, and so a pot, of its own.</summary>
public sealed class PotLedgerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly DateTimeOffset Opening = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly PotLedger _ledger = Ledger(azurite);

    [Fact]
    public async Task Open_Twice_PutsTheFundsInOnce()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2101, 600, 400));
        var opened = await _ledger.OpenAsync(Pots.PolicyFor(2101, 600, 400));

        Assert.Equal(new Euro(1000), Assert.IsType<PotOpening.Opened>(opened).Balance.Available);
        Assert.Equal(["fund|fund-0|1", "fund|fund-1|1"], (await _ledger.GetEntriesAsync(2101)).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Open_PolicyChanged_RecordsTheDifference()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2102, 600, 400));
        await _ledger.ReserveAsync(2102, Asked("BI-1", 500));

        var raised = await _ledger.OpenAsync(Pots.PolicyFor(2102, 600, 900));
        var tooLow = await _ledger.OpenAsync(Pots.PolicyFor(2102, 299, 900));

        Assert.Equal(new Euro(1000), Assert.IsType<PotOpening.Opened>(raised).Balance.Available);
        Assert.Equal("Bron 0", Assert.Single(Assert.IsType<PotOpening.BelowCommitted>(tooLow).Shortfalls).Name);
        var last = (await _ledger.GetEntriesAsync(2102))[^1];
        Assert.Equal((LedgerEntryKind.Fund, new Euro(500)), (last.Kind, Assert.Single(last.Movements).Total));
        await AssertLedgerAddsUpAsync(2102);
    }

    [Fact]
    public async Task Steps_WithTheSameKeyAgain_AnswerAsTheFirstTimeAndChangeNothing()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2103, 600, 400));

        var reserved = await TwiceAsync(() => _ledger.ReserveAsync(2103, Asked("BI-1", 500)));
        var waiting = await TwiceAsync(() => _ledger.ReserveAsync(2103, Asked("BI-2", 700)));
        var granted = await TwiceAsync(() => _ledger.GrantAsync(2103, "BI-1", "BI-1-grant", new Euro(300)));
        var left = await TwiceAsync(() => _ledger.ReleaseAsync(2103, "BI-2", "BI-2-release"));
        await _ledger.ReserveAsync(2103, Asked("BI-3", 100));
        var released = await TwiceAsync(() => _ledger.ReleaseAsync(2103, "BI-3", "BI-3-release"));

        Assert.Equal(new Euro(500), Assert.IsType<ReserveOutcome.Reserved>(reserved).Allocation.Total);
        Assert.Equal(new ReserveOutcome.OnWaitingList(1, new Euro(200)), waiting);
        Assert.Equal(
            (new Euro(300), new Euro(200)),
            granted is GrantOutcome.Granted grant ? (grant.Allocation.Total, grant.Released) : default);
        Assert.Equal(new ReleaseOutcome.LeftWaitingList(), left);
        Assert.Equal(new ReleaseOutcome.Released(new Euro(100)), released);
        Assert.Equal(reserved, await _ledger.ReserveAsync(2103, Asked("BI-1", 500)));
        Assert.Empty(await _ledger.GetWaitingListAsync(2103));
        Assert.Equal(8, (await _ledger.GetEntriesAsync(2103)).Count);
        await AssertLedgerAddsUpAsync(2103, granted: 300);
    }

    [Fact]
    public async Task Grant_WithoutReservation_SaysHowTheClaimStands()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2104, 100));
        await _ledger.ReserveAsync(2104, Asked("BI-1", 200));

        Assert.Equal(new GrantOutcome.NotReserved(ClaimState.Waiting), await _ledger.GrantAsync(2104, "BI-1", "BI-1-grant"));
        Assert.Equal(new GrantOutcome.NotReserved(null), await _ledger.GrantAsync(2104, "BI-2", "BI-2-grant"));
        Assert.Equal(new ReleaseOutcome.NothingToRelease(null), await _ledger.ReleaseAsync(2104, "BI-2", "BI-2-release"));
    }

    [Fact]
    public async Task Release_Granted_IsNotPossible()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2105, 100));
        await _ledger.ReserveAsync(2105, Asked("BI-1", 100));
        await _ledger.GrantAsync(2105, "BI-1", "BI-1-grant");

        Assert.Equal(new ReleaseOutcome.NothingToRelease(ClaimState.Granted), await _ledger.ReleaseAsync(2105, "BI-1", "BI-1-release"));
        await AssertLedgerAddsUpAsync(2105, granted: 100);
    }

    [Theory]
    [InlineData(2130, 300)]
    [InlineData(2131, 500)]
    [InlineData(2132, 0)]
    public async Task Settle_AGrant_GivesTheRestBackOnce(int year, long kept)
    {
        await _ledger.OpenAsync(Pots.PolicyFor(year, 600, 400));
        await _ledger.ReserveAsync(year, Asked("BI-1", 500));
        Assert.Equal(new SettleOutcome.NotGranted(ClaimState.Reserved), await _ledger.SettleAsync(year, "BI-1", "BI-1-settle", new Euro(kept)));
        await _ledger.GrantAsync(year, "BI-1", "BI-1-grant");

        var settled = Assert.IsType<SettleOutcome.Settled>(
            await TwiceAsync(() => _ledger.SettleAsync(year, "BI-1", "BI-1-settle", new Euro(kept))));

        Assert.Equal((new Euro(kept), new Euro(500 - kept)), (settled.Allocation.Total, settled.Released));
        Assert.Equal(settled.Allocation, (await _ledger.FindClaimAsync(year, "BI-1"))!.Allocation);
        await AssertLedgerAddsUpAsync(year, granted: kept);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _ledger.SettleAsync(year, "BI-1", "BI-1-more", new Euro(kept + 1)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _ledger.SettleAsync(year, "BI-1", "BI-1-grant", new Euro(kept)));
    }

    [Fact]
    public async Task Keys_UsedForAnotherStep_AreABug()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2106, 1000));
        await _ledger.ReserveAsync(2106, Asked("BI-1", 100));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _ledger.ReserveAsync(2106, Asked("BI-2", 100) with { Key = "BI-1-reserve" }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _ledger.GrantAsync(2106, "BI-1", "BI-1-reserve"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _ledger.ReserveAsync(2106, Asked("BI-1", 100) with { Key = "BI-1-again" }));
        await Assert.ThrowsAsync<ArgumentException>(() => _ledger.ReserveAsync(2106, Asked("BI/3", 100)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _ledger.ReserveAsync(2106, Asked("BI-4", 0)));
    }

    [Fact]
    public async Task WaitingList_ServesInOrderOfReceiptAndNobodyBeforeAnEarlierOne()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2107, 1000));
        await _ledger.ReserveAsync(2107, Asked("BI-1", 900));
        await _ledger.ReserveAsync(2107, Asked("BI-2", 300, minute: 20));

        // A hundred would fit, but BI-2 was earlier; BI-4 was received before it and may go first.
        Assert.Equal(new ReserveOutcome.OnWaitingList(2, new Euro(250)), await _ledger.ReserveAsync(2107, Asked("BI-3", 50, minute: 30)));
        Assert.IsType<ReserveOutcome.Reserved>(await _ledger.ReserveAsync(2107, Asked("BI-4", 50, minute: 10)));
        Assert.Equal(new ReserveOutcome.OnWaitingList(1, new Euro(10)), await _ledger.ReserveAsync(2107, Asked("BI-5", 60, minute: 15)));

        Assert.Empty(await _ledger.OfferToWaitingAsync(2107));
        Assert.Equal(["BI-5", "BI-2", "BI-3"], (await _ledger.GetWaitingListAsync(2107)).Select(asked => asked.InitiativeId));
    }

    [Fact]
    public async Task OfferToWaiting_MoneyCameBack_PromotesWhomItFitsUntilTheyAreTold()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2108, 600, 400));
        await _ledger.ReserveAsync(2108, Asked("BI-1", 1000));
        foreach (var (id, amount) in new[] { ("BI-2", 300L), ("BI-3", 400L), ("BI-4", 500L), ("BI-5", 10L) })
        {
            await _ledger.ReserveAsync(2108, Asked(id, amount, minute: id[^1] - '0'));
        }

        await _ledger.ReleaseAsync(2108, "BI-1", "BI-1-release");

        Assert.Equal(["BI-2", "BI-3"], await _ledger.OfferToWaitingAsync(2108));
        Assert.Equal(["BI-4", "BI-5"], (await _ledger.GetWaitingListAsync(2108)).Select(asked => asked.InitiativeId));
        await _ledger.ConfirmOfferedAsync(2108, "BI-2");
        Assert.Equal(["BI-3"], await _ledger.OfferToWaitingAsync(2108));
        await _ledger.ReleaseAsync(2108, "BI-3", "BI-3-release");
        await _ledger.ConfirmOfferedAsync(2108, "BI-3");
        Assert.Equal(["BI-4", "BI-5"], await _ledger.OfferToWaitingAsync(2108));
        Assert.Equal(ClaimState.Reserved, (await _ledger.FindClaimAsync(2108, "BI-4"))?.State);
        Assert.IsType<GrantOutcome.Granted>(await _ledger.GrantAsync(2108, "BI-2", "BI-2-grant"));
        await AssertLedgerAddsUpAsync(2108, granted: 300);
    }

    [Fact]
    public async Task OpenAsync_MoreMoney_LetsTheWaitingListMove()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2109, 100));
        await _ledger.ReserveAsync(2109, Asked("BI-1", 150));

        await _ledger.OpenAsync(Pots.PolicyFor(2109, 100, 50));

        Assert.Equal(["BI-1"], await _ledger.OfferToWaitingAsync(2109));
        Assert.Equal(Euro.Zero, (await _ledger.GetBalanceAsync(2109)).Available);
    }

    [Fact]
    public async Task Reserve_PotNeverOpened_Waits()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2110, 100));

        Assert.Equal(new ReserveOutcome.OnWaitingList(1, new Euro(100)), await _ledger.ReserveAsync(2111, Asked("BI-1", 100)));
    }

    [Theory]
    [InlineData(2112, 1)]
    [InlineData(2113, 4)]
    public async Task Reserve_TwoHundredAtOnceOnMoneyForFifty_ServesExactlyFifty(int year, int processes)
    {
        await _ledger.OpenAsync(Pots.PolicyFor(year, 20_000_01, 17_500_00, 12_499_99));
        var ledgers = Enumerable.Range(0, processes).Select(_ => Ledger(azurite)).ToList();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => ledgers[number % processes].ReserveAsync(year, Asked($"BI-{number:D3}", 1_000_00, number)))));

        Assert.Equal(50, outcomes.Count(outcome => outcome is ReserveOutcome.Reserved));
        Assert.Equal(150, outcomes.Count(outcome => outcome is ReserveOutcome.OnWaitingList));
        var balance = await _ledger.GetBalanceAsync(year);
        Assert.Equal(Euro.Zero, balance.Available);
        Assert.Equal([20_000_01L, 17_500_00, 12_499_99], balance.Funds.Select(fund => fund.Reserved.Cents));
        Assert.Equal(150, (await _ledger.GetWaitingListAsync(year)).Count);
        await AssertLedgerAddsUpAsync(year);
    }

    [Fact]
    public async Task Steps_OfManyProcessesAtOnce_LeakNothing()
    {
        await _ledger.OpenAsync(Pots.PolicyFor(2114, 5_000_00, 3_333_33));
        var ledgers = Enumerable.Range(0, 3).Select(_ => Ledger(azurite)).ToList();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            var (ledger, id) = (ledgers[number % 3], $"BI-{number:D2}");
            await ledger.ReserveAsync(2114, Asked(id, 333_33 + number, number));
            _ = number % 3 == 0
                ? (object)await ledger.ReleaseAsync(2114, id, $"{id}-release")
                : await ledger.GrantAsync(2114, id, $"{id}-grant", new Euro(300_00));
            await ledger.OfferToWaitingAsync(2114);
        }));

        await AssertLedgerAddsUpAsync(2114, granted: (await _ledger.GetBalanceAsync(2114)).Granted.Cents);
    }

    /// <summary>Reads the pot back from its ledger: each fund must come out as it stands, and no revision may be missing.</summary>
    private async Task AssertLedgerAddsUpAsync(int year, long granted = 0)
    {
        var (balance, entries) = (await _ledger.GetBalanceAsync(year), await _ledger.GetEntriesAsync(year));
        var replayed = PotBalance.Empty(year).Apply(entries.SelectMany(entry => entry.Movements));

        Assert.Empty(balance.Since(replayed));
        Assert.Equal(balance.Total, balance.Available + balance.Reserved + balance.Granted);
        Assert.Equal(new Euro(granted), balance.Granted);
        Assert.Equal(Enumerable.Range(1, (int)entries[^1].Revision).Select(revision => (long)revision), entries.Select(entry => entry.Revision).Distinct());
    }

    private static async Task<T> TwiceAsync<T>(Func<Task<T>> step)
    {
        var first = await step();
        Assert.Equal(first, await step());
        return first;
    }

    private static MoneyAsked Asked(string id, long cents, int minute = 0) => new(id, $"{id}-reserve", new Euro(cents), Opening.AddMinutes(minute));

    private static PotLedger Ledger(AzuriteFixture azurite) => new(new TableServiceClient(azurite.ConnectionString), new ManualClock(Opening));
}
