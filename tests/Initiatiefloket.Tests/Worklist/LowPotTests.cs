using Initiatiefloket.Money;
using Initiatiefloket.Tests.Terms;
using Initiatiefloket.Worklist;

namespace Initiatiefloket.Tests.Worklist;

public sealed class LowPotTests
{
    private static readonly Euro Limit = Euro.Whole(1000);
    private static readonly DateOnly Monday = Days.Of("2026-03-02");

    private static LowPot Told => new(Monday, Euro.Whole(800));

    [Fact]
    public void Next_EnoughIsLeft_HasNothingToTell() => Assert.Null(LowPot.Next(null, Limit, Limit, Monday));

    [Fact]
    public void Next_LessForTheFirstTime_IsToldToday()
    {
        var now = LowPot.Next(null, Euro.Whole(999), Limit, Monday);

        Assert.Equal(new LowPot(Monday, Euro.Whole(999)), now);
        Assert.True(now!.IsToBeTold(Limit, Monday));
    }

    [Theory]
    [InlineData(6, 700, 0, 800)] // too soon: the mail of Monday, should it not have gone out
    [InlineData(7, 700, 7, 700)]
    [InlineData(7, 800, 0, 800)] // nothing new
    [InlineData(30, 900, 0, 800)] // more than then
    public void Next_ToldBefore_IsToldAgainAfterSevenDaysWhenLessIsLeft(int daysLater, int left, int toldOnDay, int toldOf) =>
        Assert.Equal(new LowPot(Monday.AddDays(toldOnDay), Euro.Whole(toldOf)), LowPot.Next(Told, Euro.Whole(left), Limit, Monday.AddDays(daysLater)));

    [Fact]
    public void Next_MoneyCameBackAndWentAgain_IsToldAgain()
    {
        var filled = LowPot.Next(Told, Euro.Whole(5000), Limit, Monday.AddDays(2));

        Assert.False(filled!.IsToBeTold(Limit, Monday.AddDays(2)));
        Assert.Equal(filled, LowPot.Next(filled, Euro.Whole(900), Limit, Monday.AddDays(3)));
        Assert.Equal(new LowPot(Monday.AddDays(8), Euro.Whole(900)), LowPot.Next(filled, Euro.Whole(900), Limit, Monday.AddDays(8)));
    }

    [Fact]
    public void IsToBeTold_AWeekLater_IsOver() => Assert.False(Told.IsToBeTold(Limit, Monday.AddDays(LowPot.DaysBetween)));
}
