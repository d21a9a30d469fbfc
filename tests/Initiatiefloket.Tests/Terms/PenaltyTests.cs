using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

/// <summary>The penalty after a notice of default (Awb 4:17, 4:18), by table.</summary>
public sealed class PenaltyTests
{
    private static readonly PenaltyRates Rates = new(Days.Of("2019-01-01"), Euro.Whole(23), Euro.Whole(35), Euro.Whole(45));

    [Theory]
    [InlineData("2026-11-30", "2026-12-15", "2027-01-25", "2027-02-08")] // over Christmas and New Year, which do not count here
    [InlineData("2026-10-20", "2026-11-04", "2026-12-15", "2026-12-29")] // over the end of summer time
    [InlineData("2026-05-01", "2026-05-16", "2026-06-26", "2026-07-10")] // the first day is a Saturday: it stays
    [InlineData("2026-02-14", "2026-03-01", "2026-04-11", "2026-04-28")] // received on a Saturday; settling ends on the weekend before Koningsdag
    [InlineData("2028-02-20", "2028-03-06", "2028-04-16", "2028-05-01")] // a leap day in between
    public void Days_Notice_RunFromTwoWeeksLaterForFortyTwoDays(string notice, string first, string last, string settleBy)
    {
        var penalty = new Penalty(Days.Of(notice), Rates);

        Assert.Equal(Days.Of(first), penalty.FirstDay);
        Assert.Equal(Days.Of(last), penalty.LastDay);
        Assert.Equal(Days.Of(settleBy), Penalty.SettleBy(penalty.LastDay, Days.Calendar));
    }

    [Theory]
    [InlineData("2026-11-30", 0, 0)]
    [InlineData("2026-12-14", 0, 0)] // the last day on which a decision costs nothing
    [InlineData("2026-12-15", 1, 23)]
    [InlineData("2026-12-28", 14, 322)]
    [InlineData("2026-12-29", 15, 357)]
    [InlineData("2027-01-11", 28, 812)]
    [InlineData("2027-01-12", 29, 857)]
    [InlineData("2027-01-24", 41, 1397)]
    [InlineData("2027-01-25", 42, 1442)]
    [InlineData("2027-01-26", 42, 1442)]
    [InlineData("2027-12-01", 42, 1442)]
    public void AmountOn_Day_GrowsInThreeSteps(string today, int days, int euros)
    {
        var penalty = new Penalty(Days.Of("2026-11-30"), Rates);

        Assert.Equal(days, penalty.DaysOn(Days.Of(today)));
        Assert.Equal(Euro.Whole(euros), penalty.AmountOn(Days.Of(today)));
    }

    [Theory]
    [InlineData("2026-12-14", 0)]
    [InlineData("2026-12-15", 23)]
    [InlineData("2026-12-29", 35)]
    [InlineData("2027-01-12", 45)]
    [InlineData("2027-01-25", 45)]
    [InlineData("2027-01-26", 0)]
    public void RateOn_Day_IsWhatThatDayCosts(string today, int euros) =>
        Assert.Equal(Euro.Whole(euros), new Penalty(Days.Of("2026-11-30"), Rates).RateOn(Days.Of(today)));

    [Fact]
    public void Highest_AllDays_IsTheSumOfTheThreeSteps() => Assert.Equal(Euro.Whole((14 * 23) + (14 * 35) + (14 * 45)), Rates.Highest);

    [Theory]
    [InlineData("2026-04-27", false)]
    [InlineData("2026-04-28", false)] // the last day of the term: still too early
    [InlineData("2026-04-29", true)]
    public void IsSetOff_Notice_CountsOnlyAfterTheTermHasPassed(string notice, bool counts) =>
        Assert.Equal(counts, Penalty.IsSetOff(Days.Of(notice), decideBy: Days.Of("2026-04-28")));
}
