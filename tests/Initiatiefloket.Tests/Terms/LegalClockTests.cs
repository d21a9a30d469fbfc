using System.Text.Json;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

public sealed class LegalClockTests
{
    private static readonly Term EightWeeks = Term.Parse("8 weken");

    /// <summary>Receipt, then requests as "asked/recover by/completed", then the extension.</summary>
    [Theory]
    [InlineData("2026-03-03", "", "", "2026-04-28")]
    [InlineData("2026-02-01", "", "", "2026-03-30")] // a Sunday; over the start of summer time
    [InlineData("2026-09-12", "", "", "2026-11-09")] // a Saturday; over its end
    [InlineData("2026-03-02", "", "", "2026-04-28")] // Koningsdag
    [InlineData("2025-03-01", "", "", "2025-04-28")] // Koningsdag on Saturday the 26th
    [InlineData("2026-10-30", "", "", "2026-12-28")] // Christmas
    [InlineData("2026-06-01", "2026-06-10/2026-06-24/2026-06-15", "", "2026-07-31")] // 11 to 14 June
    [InlineData("2026-06-01", "2026-06-10/2026-06-24/2026-06-11", "", "2026-07-27")] // completed the next day: no day stood still
    [InlineData("2026-06-01", "2026-06-10/2026-06-24/2026-06-10", "", "2026-07-27")] // the same day
    [InlineData("2026-06-01", "2026-06-10/2026-06-24/2026-06-24", "", "2026-08-10")] // on the last day: thirteen days, a Sunday
    [InlineData("2026-06-01", "2026-06-10/2026-06-24/", "", "2026-08-10")] // unused: fourteen days
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/", "", "2026-08-11")]
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/2026-07-20", "", "2026-08-11")] // too late: it ran again on the 25th
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/2026-06-15 2026-06-20/2026-07-04/2026-06-30", "", "2026-08-10")] // 4 + 9 days
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/2026-06-15 2026-06-15/2026-06-29/2026-06-20", "", "2026-08-05")] // asked again at once: 4 + 4
    [InlineData("2026-06-02", "2026-06-02/2026-06-16/2026-06-09", "", "2026-08-03")] // asked on the day of receipt: 6 days
    [InlineData("2026-06-02", "2026-07-28/2026-08-11/2026-08-04", "", "2026-08-03")] // asked on the last day: 6 days
    [InlineData("2026-06-02", "", "8 weken", "2026-09-22")]
    [InlineData("2026-06-06", "", "8 weken", "2026-09-28")] // from Monday 3 August, where the law moved the end
    [InlineData("2026-06-02", "", "4 dagen", "2026-08-01")] // a term of our own may end on Saturday
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/2026-06-15", "2 weken", "2026-08-17")] // 4 days to a Saturday, moved, two weeks
    [InlineData("2026-06-02", "", "10 werkdagen", "2026-08-11")]
    public void DecideBy_Clock_IsTheLastDayForTheDecision(string received, string requests, string extension, string expected)
    {
        var clock = Clock(received, requests);
        var told = clock.Suspensions is [.., var last] ? last.AskedOn : clock.ReceivedOn;
        clock = extension.Length == 0 ? clock : Changed(clock.Extend(told, Term.Parse(extension), Days.Calendar));

        Assert.Equal(Days.Of(expected), clock.DecideBy(Days.Calendar));
    }

    [Theory]
    [InlineData("2026-06-02", 56)]
    [InlineData("2026-06-10", 48)]
    [InlineData("2026-06-11", 48)] // stands still
    [InlineData("2026-06-14", 48)]
    [InlineData("2026-06-15", 47)] // runs
    [InlineData("2026-08-05", 0)]
    [InlineData("2026-08-06", -1)]
    public void DaysLeft_Today_StandsStillWhileSuspended(string today, int expected)
    {
        var clock = Clock("2026-06-02", "2026-06-10/2026-06-24/2026-06-15 2026-07-01/2026-07-15/2026-07-06");

        Assert.Equal(Days.Of("2026-08-05"), clock.DecideBy(Days.Calendar));
        Assert.Equal(expected, clock.DaysLeft(Days.Of(today), Days.Calendar));
    }

    [Fact]
    public void IsSuspendedOn_Days_HoldsFromTheDayAfterTheRequestUntilTheDayOfCompletion()
    {
        var clock = Clock("2026-06-02", "2026-06-10/2026-06-24/2026-06-15");

        Assert.Equal(
            ["2026-06-11", "2026-06-12", "2026-06-13", "2026-06-14"],
            Enumerable.Range(8, 10).Select(day => new DateOnly(2026, 6, day)).Where(clock.IsSuspendedOn).Select(day => day.ToString("O")));
    }

    [Fact]
    public void Extend_SecondTime_IsRefused()
    {
        var extended = Changed(Clock("2026-06-02", "").Extend(Days.Of("2026-07-20"), EightWeeks, Days.Calendar));

        Assert.Equal(ClockRefusal.AlreadyExtended, Refused(extended.Extend(Days.Of("2026-07-21"), EightWeeks, Days.Calendar)));
    }

    [Theory]
    [InlineData("2026-07-28", null)]
    [InlineData("2026-07-29", ClockRefusal.TermHasPassed)]
    [InlineData("2026-06-01", ClockRefusal.OutOfOrder)]
    public void Extend_Day_MustLieInTheTerm(string toldOn, ClockRefusal? refusal)
    {
        var change = Clock("2026-06-02", "").Extend(Days.Of(toldOn), EightWeeks, Days.Calendar);

        Assert.Equal(refusal, (change as ClockChange.Refused)?.Reason);
    }

    [Theory]
    [InlineData("", "2026-06-01", "2026-06-15", ClockRefusal.OutOfOrder)] // before receipt
    [InlineData("", "2026-06-10", "2026-06-09", ClockRefusal.OutOfOrder)] // recovery ends before the request
    [InlineData("", "2026-07-29", "2026-08-12", ClockRefusal.TermHasPassed)]
    [InlineData("2026-06-10/2026-06-24/", "2026-06-24", "2026-07-08", ClockRefusal.AlreadySuspended)]
    [InlineData("2026-06-10/2026-06-24/2026-06-15", "2026-06-14", "2026-06-28", ClockRefusal.OutOfOrder)]
    public void Suspend_AtTheWrongTime_IsRefused(string earlier, string askedOn, string recoverBy, ClockRefusal refusal) =>
        Assert.Equal(refusal, Refused(Clock("2026-06-02", earlier).Suspend(Days.Of(askedOn), Days.Of(recoverBy), Days.Calendar)));

    [Fact]
    public void Suspend_AfterRecoveryTermPassedUnused_IsPossible()
    {
        var clock = Clock("2026-06-02", "2026-06-10/2026-06-24/");

        clock = Changed(clock.Suspend(Days.Of("2026-06-25"), Days.Of("2026-07-09"), Days.Calendar));

        Assert.Equal(28, clock.Suspensions.Sum(suspension => suspension.Days));
    }

    [Theory]
    [InlineData("", "2026-06-15", ClockRefusal.NotSuspended)]
    [InlineData("2026-06-10/2026-06-24/2026-06-15", "2026-06-16", ClockRefusal.NotSuspended)]
    [InlineData("2026-06-10/2026-06-24/", "2026-06-09", ClockRefusal.OutOfOrder)]
    public void Resume_WithoutAnOpenRequest_IsRefused(string earlier, string completedOn, ClockRefusal refusal) =>
        Assert.Equal(refusal, Refused(Clock("2026-06-02", earlier).Resume(Days.Of(completedOn))));

    [Theory]
    [InlineData("2026-06-24", null, "2026-07-22")]
    [InlineData("2026-06-24", "2026-06-15", "2026-07-13")]
    [InlineData("2026-06-24", "2026-07-20", "2026-07-22")] // an answer after the recovery term does not lengthen them
    [InlineData("2026-03-30", null, "2026-04-28")] // Koningsdag
    public void SetAsideBy_Suspension_IsFourWeeksLater(string recoverBy, string? completedOn, string expected)
    {
        var suspension = new Suspension(Days.Of(recoverBy).AddDays(-14), Days.Of(recoverBy), completedOn is null ? null : Days.Of(completedOn));

        Assert.Equal(Days.Of(expected), suspension.SetAsideBy(Days.Calendar));
    }

    [Fact]
    public void Json_Clock_ComesBackAsItWas()
    {
        var clock = Changed(Clock("2026-06-02", "2026-06-10/2026-06-24/2026-06-15 2026-07-01/2026-07-15/").Extend(Days.Of("2026-07-02"), EightWeeks, Days.Calendar));

        var json = JsonSerializer.Serialize(clock);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<LegalClock>(json)));
        Assert.Equal(clock.DecideBy(Days.Calendar), JsonSerializer.Deserialize<LegalClock>(json)!.DecideBy(Days.Calendar));
    }

    private static LegalClock Clock(string received, string requests)
    {
        var clock = LegalClock.Start(Days.Of(received), EightWeeks);
        foreach (var request in requests.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var days = request.Split('/');
            clock = Changed(clock.Suspend(Days.Of(days[0]), Days.Of(days[1]), Days.Calendar));
            clock = days[2].Length == 0 ? clock : Changed(clock.Resume(Days.Of(days[2])));
        }

        return clock;
    }

    private static LegalClock Changed(ClockChange change) => Assert.IsType<ClockChange.Changed>(change).Clock;

    private static ClockRefusal Refused(ClockChange change) => Assert.IsType<ClockChange.Refused>(change).Reason;
}
