using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Review;

/// <summary>What the mails to a reviewer tell about a case.</summary>
public sealed record ReviewMailCase(Initiative Initiative, Application Application, Policy Policy, TimeProvider Clock)
{
    public string ReviewerName =>
        Policy.Reviewers.FirstOrDefault(reviewer => reviewer.Id == Initiative.ReviewerId)?.Name ?? "De professional";

    /// <summary>The questions of the round before this one with their answers; null in the first round.</summary>
    public Verdict? Answered => Initiative.VerdictOf(Initiative.Round - 1) is { AnsweredAt: not null } answered ? answered : null;

    public DateOnly DecideBy => Initiative.Clock!.DecideBy(Policy.WorkingDays);

    public int DaysLeft => Initiative.Clock!.DaysLeft(TownTime.DayOf(Clock.GetUtcNow()), Policy.WorkingDays);
}
