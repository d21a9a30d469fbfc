using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeadlineSignalTests
{
    private static readonly int[] Signals = [14, 7, 2];

    /// <summary>Received on 2 March: the decision must be there on Tuesday 28 April.</summary>
    [Theory]
    [InlineData("2026-04-13", null)] // fifteen days left
    [InlineData("2026-04-14", 14)]
    [InlineData("2026-04-20", 14)]
    [InlineData("2026-04-21", 7)]
    [InlineData("2026-04-23", 7)]
    [InlineData("2026-04-24", 2)] // a Friday with four days left: after it comes the weekend, and then Koningsdag
    [InlineData("2026-04-28", 2)] // the last day
    [InlineData("2026-04-29", DeadlineSignal.TooLate)]
    [InlineData("2026-08-01", DeadlineSignal.TooLate)]
    public void Of_Day_IsTheMostUrgentSignal(string today, int? level) =>
        Assert.Equal(level, SignalOn(Cases.InReview, today)?.Level);

    /// <summary>Received on Monday 1 June: the decision must be there on Monday 27 July.</summary>
    [Theory]
    [InlineData("2026-07-10", null)]
    [InlineData("2026-07-13", 14)]
    [InlineData("2026-07-17", 14)]
    [InlineData("2026-07-20", 7)]
    [InlineData("2026-07-23", 7)]
    [InlineData("2026-07-24", 2)] // three days left: on Saturday, with two, nothing runs
    [InlineData("2026-07-27", 2)]
    [InlineData("2026-07-28", DeadlineSignal.TooLate)]
    public void Of_DayOfTheSignalInAWeekend_IsSentTheWorkingDayBefore(string today, int? level) =>
        Assert.Equal(level, SignalOn(Cases.InReview with { Clock = LegalClock.Start(Days.Of("2026-06-01"), Cases.Policy.Terms.Decision) }, today)?.Level);

    [Theory]
    [InlineData("2026-03-11")]
    [InlineData("2026-03-24")]
    public void Of_ClockStandsStill_IsNone(string today)
    {
        var late = Cases.Questioned with { Clock = Cases.Questioned.Clock! with { DecisionTerm = Term.Parse("10 dagen") } };

        Assert.Null(SignalOn(late, today));
        Assert.NotNull(SignalOn(late, "2026-03-25"));
    }

    [Fact]
    public void Of_NoticeReceived_IsMostUrgent() =>
        Assert.Equal(
            DeadlineSignal.NoticeReceived, SignalOn(Cases.InReview with { DefaultNoticeOn = Days.Of("2026-05-04") }, "2026-05-05")?.Level);

    [Theory]
    [InlineData(null, 14, true)]
    [InlineData(14, 14, false)]
    [InlineData(14, 7, true)]
    [InlineData(7, 14, false)]
    [InlineData(14, 2, true)] // a missed day: the one in between is not sent any more
    [InlineData(2, DeadlineSignal.TooLate, true)]
    [InlineData(DeadlineSignal.TooLate, DeadlineSignal.TooLate, false)]
    [InlineData(DeadlineSignal.TooLate, DeadlineSignal.NoticeReceived, true)]
    [InlineData(DeadlineSignal.NoticeReceived, DeadlineSignal.TooLate, false)]
    public void IsNewsAfter_SameDate_IsNewsWhenMoreUrgent(int? told, int level, bool isNews)
    {
        var date = Days.Of("2026-04-28");

        Assert.Equal(isNews, new DeadlineSignal(date, level).IsNewsAfter(told is { } earlier ? new DeadlineSignal(date, earlier) : null));
    }

    [Fact]
    public void IsNewsAfter_DateMoved_BeginsAnew() =>
        Assert.True(new DeadlineSignal(Days.Of("2026-05-12"), 14).IsNewsAfter(new DeadlineSignal(Days.Of("2026-04-28"), 2)));

    private static DeadlineSignal? SignalOn(Initiative initiative, string today) =>
        DeadlineSignal.Of(
            Deadline.Of(initiative, Cases.Policy, Days.Of(today)),
            initiative.Clock!.DaysLeft(Cases.Policy.WorkingDays.Add(Days.Of(today), 1), Cases.Policy.WorkingDays),
            Signals);
}
