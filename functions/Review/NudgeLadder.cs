using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>The ladder of reminders of a review round.</summary>
public static class NudgeLadder
{
    /// <summary>The reviewer is reminded once, then the coordinator is asked to act, again and again up to the policy's limit.</summary>
    /// <param name="openedAt">When the round began.</param>
    /// <param name="terms">The policy's terms.</param>
    /// <param name="limits">The policy's limits.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static IReadOnlyList<Nudge> From(DateTimeOffset openedAt, PolicyTerms terms, Limits limits, WorkingDays calendar)
    {
        var nudges = new List<Nudge>
        {
            new(1, NudgeKind.Reviewer, terms.ReviewReminder.EndsAt(openedAt, calendar)),
            new(2, NudgeKind.Coordinator, terms.ReviewEscalation.EndsAt(openedAt, calendar)),
        };
        for (var reminder = 1; reminder <= limits.CoordinatorReminders; reminder++)
        {
            var kind = reminder < limits.CoordinatorReminders ? NudgeKind.Coordinator : NudgeKind.GiveUp;
            nudges.Add(new Nudge(nudges.Count + 1, kind, terms.CoordinatorReminder.EndsAt(nudges[^1].At, calendar)));
        }

        return nudges;
    }
}
