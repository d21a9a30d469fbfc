using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Initiatiefloket.Budget;
using Initiatiefloket.Money;

namespace Initiatiefloket.Tests.Budget;

public sealed class PotBalanceTests
{
    [Theory]
    [InlineData(100, "50,30,20", "50,30,20")] // all there is
    [InlineData(10, "50,30,20", "5,3,2")]
    [InlineData(1, "50,30,20", "1,0,0")] // the largest remainder
    [InlineData(1, "1,1,1", "1,0,0")] // equal remainders: the first
    [InlineData(2, "1,1,1", "1,1,0")]
    [InlineData(99, "98,1,1", "97,1,1")] // parts of 97.02, 0.99 and 0.99
    [InlineData(5, "0,7,0", "0,5,0")]
    [InlineData(7, "3,3,3", "3,2,2")]
    public void Divide_Amount_IsProportionalToTheCent(long amount, string capacities, string expected)
    {
        var funds = capacities.Split(',').Select((cents, index) => new FundShare($"fund-{index}", new Euro(long.Parse(cents)))).ToList();

        var allocation = AllocationKey.Divide(new Euro(amount), funds);

        Assert.Equal(expected, string.Join(',', funds.Select(fund => allocation.From(fund.FundId).Cents)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void Divide_NothingOrTooMuch_Throws(long amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AllocationKey.Divide(new Euro(amount), [new FundShare("wmo", new Euro(100))]));

    [Fact]
    public void Divide_LargestAmountsThereAre_DoesNotOverflow()
    {
        var half = new FundShare("half", new Euro(long.MaxValue / 2));

        Assert.Equal(new Euro(long.MaxValue - 1), AllocationKey.Divide(new Euro(long.MaxValue - 1), [half, half with { FundId = "other" }]).Total);
    }

    [Fact]
    public void Reserve_MoreThanAvailable_SaysHowMuchIsMissing() =>
        Assert.Equal(new Reservation.NotEnough(new Euro(1)), Pots.Of(600, 400).Reserve(new Euro(1001)));

    [Fact]
    public void Grant_LessThanReserved_GivesTheRestBack()
    {
        var reserved = Assert.IsType<Reservation.Reserved>(Pots.Of(600, 400).Reserve(new Euro(500)));

        var granted = reserved.After.Grant(reserved.Allocation, new Euro(300));

        Assert.Equal(new Euro(200), granted.Released);
        Assert.Equal(
            (new Euro(0), new Euro(300), new Euro(700)),
            (granted.After.Reserved, granted.After.Granted, granted.After.Available));
    }

    [Fact]
    public void Release_WhatWasNeverReserved_Throws()
    {
        var allocation = new Allocation([new FundShare("fund-0", new Euro(1))]);

        Assert.Throws<InvalidOperationException>(() => Pots.Of(600, 400).Release(allocation));
    }

    [Fact]
    public void Fund_LowerThanCommitted_IsRefusedWithTheAmounts()
    {
        var reserved = Assert.IsType<Reservation.Reserved>(Pots.Of(600, 400).Reserve(new Euro(500)));

        var funding = reserved.After.Fund(Pots.Policy(299, 400));

        var shortfall = Assert.Single(Assert.IsType<PotFunding.BelowCommitted>(funding).Shortfalls);
        Assert.Equal(
            "Bron 0: het bedrag in de policy (€ 2,99) is lager dan wat al is gereserveerd en toegekend (€ 3,00). Kies minstens dat bedrag.",
            shortfall.InWords().Replace('\u00A0', ' '));
        Assert.IsType<PotFunding.Funded>(reserved.After.Fund(Pots.Policy(300, 400)));
    }

    [Fact]
    public void Fund_LeftOutOfThePolicy_GoesToZero()
    {
        var funded = Assert.IsType<PotFunding.Funded>(Pots.Of(600, 400).Fund(Pots.Policy(600)));

        Assert.Equal([new Euro(600), Euro.Zero], funded.Balance.Funds.Select(fund => fund.Total));
    }

    [Property]
    public Property Reserve_AllThatIsAvailable_DrainsEachFundToZero() =>
        Prop.ForAll(PotHistories.Any, history =>
        {
            var run = history.Play();
            return run.Balance.Available == Euro.Zero
                || (run.Balance.Reserve(run.Balance.Available) is Reservation.Reserved last
                    && last.After.Funds.All(fund => fund.Available == Euro.Zero));
        });

    [Property(MaxTest = 2000)]
    public Property AnySequence_OfReserveGrantRelease_NeverOverdrawsNorLeaksACent() =>
        Prop.ForAll(PotHistories.Any, history => history.Play().Problems.Count == 0);

    [Property]
    public Property AnySequence_OfReserveGrantRelease_CanBeReadBackFromItsMovements() =>
        Prop.ForAll(PotHistories.Any, history =>
        {
            var run = history.Play();
            var replayed = PotBalance.Empty(run.Balance.Year).Apply(run.Movements);
            return replayed.Since(run.Balance).Count == 0 && run.Balance.Since(replayed).Count == 0;
        });
}
