using FsCheck;
using FsCheck.Xunit;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

/// <summary>Time that the applicant gave us (Awb 4:15, second paragraph, under a). Received on 2 June 2026, so that eight weeks end on 28 July.</summary>
public sealed class AgreedTimeTests
{
    private static readonly DateOnly Received = Days.Of("2026-06-02");

    [Theory]
    [InlineData("2026-06-10", "2026-06-20", "2026-08-07")] // 11 to 20 June
    [InlineData("2026-06-10", "2026-06-11", "2026-07-29")] // one day
    [InlineData("2026-07-28", "2026-08-04", "2026-08-04")] // on the last day
    [InlineData("2026-06-10", "2026-06-14", "2026-08-03")] // 4 days to a Saturday, moved by law
    public void DecideBy_AgreedTime_StandsStillFromTheDayAfterTheAgreementToThatDay(string agreedOn, string until, string expected) =>
        Assert.Equal(Days.Of(expected), Agreed(Clock, agreedOn, until).DecideBy(Days.Calendar));

    [Theory]
    [InlineData("2026-06-15", "2026-06-29")] // asked to complete inside the time that was given
    [InlineData("2026-06-05", "2026-06-19")] // the other way round
    public void DecideBy_RequestAndAgreementAtOnce_CountsEachDayOnce(string askedOn, string recoverBy)
    {
        var (asked, last) = (Days.Of(askedOn), Days.Of(recoverBy));
        var clock = asked < Days.Of("2026-06-10")
            ? Agreed(Changed(Clock.Suspend(asked, last, Days.Calendar)), "2026-06-10", "2026-06-24")
            : Changed(Agreed(Clock, "2026-06-10", "2026-06-24").Suspend(asked, last, Days.Calendar));
        var (first, end) = (asked < Days.Of("2026-06-10") ? asked : Days.Of("2026-06-10"), last > Days.Of("2026-06-24") ? last : Days.Of("2026-06-24"));

        Assert.Equal(Days.Calendar.RollLastDay(Received, Days.Of("2026-07-28").AddDays(end.DayNumber - first.DayNumber)), clock.DecideBy(Days.Calendar));
    }

    [Fact]
    public void Resume_AnswerInsideTheAgreedTime_EndsTheRequestOnly()
    {
        var clock = Changed(Agreed(Clock, "2026-06-10", "2026-06-30").Suspend(Days.Of("2026-06-12"), Days.Of("2026-06-26"), Days.Calendar));

        clock = Changed(clock.Resume(Days.Of("2026-06-15")));

        Assert.True(clock.IsSuspendedOn(Days.Of("2026-06-20")));
        Assert.Equal(Days.Of("2026-08-17"), clock.DecideBy(Days.Calendar));
        Assert.True(clock.MaySetAsideOn(Days.Of("2026-06-15"), Days.Calendar));
    }

    [Fact]
    public void MaySetAsideOn_OnlyAgreedTime_IsNever() =>
        Assert.DoesNotContain(Enumerable.Range(0, 100), day => Agreed(Clock, "2026-06-10", "2026-06-24").MaySetAsideOn(Received.AddDays(day), Days.Calendar));

    [Theory]
    [InlineData("2026-06-10", null)]
    [InlineData("2026-06-11", "2026-06-30")]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("2026-07-01", null)]
    public void AgreedUntil_Day_IsTheLastDayWhileItRuns(string day, string? until) =>
        Assert.Equal(until, Agreed(Clock, "2026-06-10", "2026-06-30").AgreedUntil(Days.Of(day))?.ToIso());

    [Theory]
    [InlineData("2026-06-10", "2026-06-10", ClockRefusal.OutOfOrder)]
    [InlineData("2026-06-01", "2026-06-10", ClockRefusal.OutOfOrder)]
    [InlineData("2026-07-29", "2026-08-10", ClockRefusal.TermHasPassed)]
    public void Agree_AtTheWrongTime_IsRefused(string agreedOn, string until, ClockRefusal refusal) =>
        Assert.Equal(refusal, Assert.IsType<ClockChange.Refused>(Clock.Agree(Days.Of(agreedOn), Days.Of(until), Days.Calendar)).Reason);

    [Fact]
    public void DecideBy_AgreedAfterTheExtension_ShiftsTheNamedDay()
    {
        var extended = Changed(Clock.Extend(Days.Of("2026-07-20"), Term.Parse("2 weken"), Days.Calendar));

        Assert.Equal(Days.Of("2026-08-16"), Agreed(extended, "2026-07-21", "2026-07-26").DecideBy(Days.Calendar));
    }

    /// <summary>However requests and agreements follow and overlap: each day either stands still or takes one day of what is left.</summary>
    [Property]
    public void DaysLeft_DayAfterDay_LosesADayOnlyWhenTheClockRuns(NonNegativeInt first, NonNegativeInt length, NonNegativeInt second, NonNegativeInt other)
    {
        var clock = Agree(Clock, first.Get % 40, 1 + (length.Get % 60));
        clock = Agree(clock, second.Get % 40, 1 + (other.Get % 60));
        clock = clock.Suspend(Received.AddDays(20), Received.AddDays(34), Days.Calendar) is ClockChange.Changed asked ? asked.Clock : clock;

        for (var day = Received; day < Received.AddDays(200); day = day.AddDays(1))
        {
            var lost = clock.DaysLeft(day.AddDays(-1), Days.Calendar) - clock.DaysLeft(day, Days.Calendar);
            Assert.Equal(clock.IsSuspendedOn(day) ? 0 : 1, lost);
        }
    }

    private static LegalClock Clock => LegalClock.Start(Received, Term.Parse("8 weken"));

    private static LegalClock Agreed(LegalClock clock, string agreedOn, string until) => Changed(clock.Agree(Days.Of(agreedOn), Days.Of(until), Days.Calendar));

    private static LegalClock Agree(LegalClock clock, int after, int days) =>
        Changed(clock.Agree(Received.AddDays(after), Received.AddDays(after + days), Days.Calendar));

    private static LegalClock Changed(ClockChange change) => Assert.IsType<ClockChange.Changed>(change).Clock;
}
