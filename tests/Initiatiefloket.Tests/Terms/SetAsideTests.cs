using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

/// <summary>Setting aside an application that is not complete (Awb 4:5).</summary>
public sealed class SetAsideTests
{
    [Fact]
    public void MaySetAsideOn_NobodyAsked_IsNever()
    {
        var clock = LegalClock.Start(Days.Of("2026-06-02"), Term.Parse("8 weken"));

        Assert.DoesNotContain(Enumerable.Range(0, 100), day => clock.MaySetAsideOn(clock.ReceivedOn.AddDays(day), Days.Calendar));
    }

    /// <summary>The recovery term, when the answer came, and the days between which it may be set aside.</summary>
    [Theory]
    [InlineData("2026-06-10/2026-06-24/", "2026-06-25", "2026-07-22")] // unused
    [InlineData("2026-06-10/2026-06-24/2026-06-15", "2026-06-15", "2026-07-13")] // answered, not well enough
    [InlineData("2026-06-10/2026-06-24/2026-06-24", "2026-06-24", "2026-07-22")] // on the last day
    [InlineData("2026-06-10/2026-06-24/2026-07-01", "2026-06-25", "2026-07-22")] // too late
    [InlineData("2026-11-13/2026-11-27/", "2026-11-28", "2026-12-28")] // four weeks end on Christmas Day
    [InlineData("2026-11-20/2026-12-04/", "2026-12-05", "2027-01-04")] // and on New Year's Day
    [InlineData("2026-04-03/2026-04-17/", "2026-04-18", "2026-05-18")] // and on the equated Friday after Hemelvaartsdag
    [InlineData("2026-06-10/2026-06-24/2026-06-15 2026-06-20/2026-07-04/", "2026-07-05", "2026-08-03")] // after the last request, to a Saturday
    public void MaySetAsideOn_Asked_IsFromTheEndOfTheRecoveryTermForFourWeeks(string requests, string first, string last)
    {
        var clock = Clock(requests);

        Assert.False(clock.MaySetAsideOn(Days.Of(first).AddDays(-1), Days.Calendar));
        Assert.True(clock.MaySetAsideOn(Days.Of(first), Days.Calendar));
        Assert.True(clock.MaySetAsideOn(Days.Of(last), Days.Calendar));
        Assert.False(clock.MaySetAsideOn(Days.Of(last).AddDays(1), Days.Calendar));
    }

    private static LegalClock Clock(string requests) => new(
        Days.Of("2026-03-02"),
        Term.Parse("8 weken"),
        [.. requests.Split(' ').Select(request => request.Split('/')).Select(days => new Suspension(
            Days.Of(days[0]), Days.Of(days[1]), days[2].Length == 0 ? null : Days.Of(days[2])))],
        Extension: null);
}
