using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Review;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Review;

public sealed class NudgeLadderTests
{
    [Fact]
    public void From_PolicyOfOldenzaal_CountsWorkingDaysFromTheOpening()
    {
        var ladder = Ladder(Cases.Policy.Terms, reminders: 2);

        Assert.Equal([1, 2, 3, 4, 5, 6], ladder.Select(nudge => nudge.Number));
        Assert.Equal(
            [NudgeKind.Reviewer, NudgeKind.Reviewer, NudgeKind.Deputy, NudgeKind.Coordinator, NudgeKind.CoordinatorLast, NudgeKind.GiveUp],
            ladder.Select(nudge => nudge.Kind));

        // Opened on Monday 2 March: after 5, 7, 9 and 11 working days, then each five.
        Assert.Equal(
            [new(2026, 3, 10), new(2026, 3, 12), new(2026, 3, 14), new(2026, 3, 18), new(2026, 3, 26), new DateOnly(2026, 4, 3)],
            ladder.Select(nudge => LocalTime.DayOf(nudge.At)));
        Assert.All(ladder, nudge => Assert.Equal(LocalTime.StartOf(LocalTime.DayOf(nudge.At)), nudge.At));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void From_AnyLimit_EndsAfterSoManyReminders(int reminders)
    {
        var ladder = Ladder(Cases.Policy.Terms, reminders);

        Assert.Equal(reminders, ladder.Count(nudge => nudge.Kind is NudgeKind.Coordinator or NudgeKind.CoordinatorLast));
        Assert.Equal(NudgeKind.CoordinatorLast, ladder[^2].Kind);
        Assert.Equal(ladder[^1], Assert.Single(ladder, nudge => nudge.Kind == NudgeKind.GiveUp));
        Assert.Equal(ladder.OrderBy(nudge => nudge.At), ladder);
    }

    [Fact]
    public void From_RoundOfTheCoordinator_AsksNobodyElse()
    {
        var ladder = Ladder(Cases.Policy.Terms, reminders: 3, Actor.Coordinator);

        Assert.Equal([NudgeKind.Coordinator, NudgeKind.CoordinatorLast, NudgeKind.GiveUp], ladder.Select(nudge => nudge.Kind));
        Assert.Equal(new DateOnly(2026, 3, 10), LocalTime.DayOf(ladder[0].At));
    }

    [Fact]
    public void From_TermsInSeconds_FollowsTheClock()
    {
        var terms = Cases.Policy.Terms with
        {
            ReviewReminder = new Term(10, TermUnit.Seconds),
            ReviewSecondReminder = new Term(15, TermUnit.Seconds),
            ReviewDeputy = new Term(18, TermUnit.Seconds),
            ReviewEscalation = new Term(20, TermUnit.Seconds),
            CoordinatorReminder = new Term(5, TermUnit.Seconds),
        };

        Assert.Equal([10, 15, 18, 20, 25, 30], Ladder(terms, reminders: 2).Select(nudge => (nudge.At - Cases.ReceivedAt).TotalSeconds));
    }

    [Fact]
    public void From_AfterAHandOver_CountsFromThatAndSaysSo()
    {
        var change = new HandOver(1, Cases.Reviewer, Actor.Reviewer("jeugd"), HandOverReason.Coordinator, Cases.AskedAt, Actor.Coordinator);
        var panel = new Panel { Seats = [Cases.Reviewer] }.With(change)!;

        var ladder = NudgeLadder.From(RoundCase(Cases.Policy.Terms, 2), panel, Cases.ReceivedAt.AddDays(1), Cases.Policy.WorkingDays);

        Assert.All(ladder, nudge => Assert.Equal(1, nudge.HandOvers));
        Assert.Equal(new DateOnly(2026, 3, 11), LocalTime.DayOf(ladder[0].At));
    }

    private static IReadOnlyList<Nudge> Ladder(PolicyTerms terms, int reminders, Actor? seat = null) =>
        NudgeLadder.From(RoundCase(terms, reminders), new Panel { Seats = [seat ?? Cases.Reviewer] }, Cases.ReceivedAt, Cases.Policy.WorkingDays);

    private static ReviewRoundCase RoundCase(PolicyTerms terms, int reminders) =>
        new(Cases.Id, 1, RoundKind.Review, terms, new Limits(3, reminders), Cases.Policy.Bands);
}
