using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Microsoft.DurableTask;

namespace Initiatiefloket.Review;

/// <summary>One round of the review, a part of the workflow of its case.</summary>
public static class ReviewRound
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>
        /// The reviewers, who were invited, are reminded, their deputies step in, and in the end the coordinator is asked to decide instead. When a place on
        /// the panel changes hands, the reminders start anew.
        /// </summary>
        public async Task<ReviewOutcome> HoldRoundAsync(ReviewRoundCase review, ReviewSeating seating, Waits waits)
        {
            for (var next = 0; next < seating.Nudges.Count;)
            {
                var seen = await waits.UntilAsync(
                    WorkflowEvents.ReviewChanged(review.Round),
                    seating.Nudges[next].At,
                    seen => OutcomeOf(seen) is not null || seen.HandOvers > seating.HandOvers);
                if (OutcomeOf(seen) is { } outcome)
                {
                    return outcome;
                }

                if (seen.HandOvers > seating.HandOvers)
                {
                    seating = await workflow.InviteReviewersAsync(review);
                    next = 0;
                }
                else
                {
                    await workflow.NudgeAsync(review, seating.Nudges[next]);
                    next++;
                }
            }

            // Settles what came first, the end of all reminders or a verdict; then looks which.
            await workflow.LeaveToDeskAsync(review.InitiativeId);
            return OutcomeOf(await waits.LookAsync()) ?? new ReviewOutcome.NobodyDecided();
        }
    }

    private static ReviewOutcome? OutcomeOf(CaseSnapshot seen) => seen switch
    {
        { IsWithdrawn: true } => new ReviewOutcome.Withdrawn(),
        { Verdict: VerdictKind.Approve, Amount: { } amount } => new ReviewOutcome.Approved(amount),
        { Verdict: VerdictKind.Ask } => new ReviewOutcome.QuestionAsked(),
        { Verdict: VerdictKind.Decline } => new ReviewOutcome.Declined(),
        { Disagrees: true } => new ReviewOutcome.Disagreed(),
        _ => null,
    };
}
