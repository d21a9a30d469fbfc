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
        var ladder = Ladder(Cases.Policy.Terms, reminders: 3);

        Assert.Equal([1, 2, 3, 4, 5], ladder.Select(nudge => nudge.Number));
        Assert.Equal(
            [NudgeKind.Reviewer, NudgeKind.Coordinator, NudgeKind.Coordinator, NudgeKind.Coordinator, NudgeKind.GiveUp],
            ladder.Select(nudge => nudge.Kind));

        // Opened on Monday 2 March: after five working days, after eight, and then each five; Good Friday and Easter Monday do not count.
        Assert.Equal(
            [new(2026, 3, 10), new(2026, 3, 13), new(2026, 3, 21), new(2026, 3, 28), new DateOnly(2026, 4, 8)],
            ladder.Select(nudge => TownTime.DayOf(nudge.At)));
        Assert.All(ladder, nudge => Assert.Equal(TownTime.StartOf(TownTime.DayOf(nudge.At)), nudge.At));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void From_AnyLimit_EndsAfterSoManyReminders(int reminders)
    {
        var ladder = Ladder(Cases.Policy.Terms, reminders);

        Assert.Equal(reminders + 2, ladder.Count);
        Assert.Equal(reminders, ladder.Count(nudge => nudge.Kind == NudgeKind.Coordinator));
        Assert.Equal(ladder[^1], Assert.Single(ladder, nudge => nudge.Kind == NudgeKind.GiveUp));
        Assert.Equal(ladder.OrderBy(nudge => nudge.At), ladder);
    }

    [Fact]
    public void From_TermsInSeconds_FollowsTheClock()
    {
        var terms = Cases.Policy.Terms with
        {
            ReviewReminder = new Term(10, TermUnit.Seconds),
            ReviewEscalation = new Term(20, TermUnit.Seconds),
            CoordinatorReminder = new Term(5, TermUnit.Seconds),
        };

        Assert.Equal([10, 20, 25, 30], Ladder(terms, reminders: 2).Select(nudge => (nudge.At - Cases.ReceivedAt).TotalSeconds));
    }

    private static IReadOnlyList<Nudge> Ladder(PolicyTerms terms, int reminders) =>
        NudgeLadder.From(Cases.ReceivedAt, terms, new Limits(3, reminders), Cases.Policy.WorkingDays);
}
