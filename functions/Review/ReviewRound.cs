using Initiatiefloket.Status;
using Initiatiefloket.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.Review;

/// <summary>
/// One round of the review: a professional is invited, reminded, and in the end the coordinator is asked to decide instead.
/// </summary>
public static class ReviewRound
{
    /// <summary>Instance id of a round, to which its pages send their events.</summary>
    public static string InstanceIdOf(string initiativeId, int round) => $"{initiativeId}:review-{round}";

    [Function(nameof(ReviewRound))]
    public static async Task<ReviewRoundEnded> RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext workflow, ReviewRoundCase review)
    {
        var waits = new Waits(workflow, review.InitiativeId);
        var opened = await workflow.OpenReviewRoundAsync(review);
        await workflow.InviteReviewerAsync(review);

        foreach (var nudge in opened.Nudges)
        {
            var seen = await waits.UntilAsync(WorkflowEvents.VerdictGiven(review.Round), nudge.At, HasVerdict);
            if (OutcomeOf(seen) is { } outcome)
            {
                return new ReviewRoundEnded(outcome);
            }

            await workflow.NudgeAsync(review, nudge);
        }

        // Settles what came first, the end of all reminders or a verdict; then looks which.
        await workflow.LeaveToDeskAsync(review.InitiativeId);
        return new ReviewRoundEnded(OutcomeOf(await waits.LookAsync()) ?? new ReviewOutcome.NobodyDecided());
    }

    private static bool HasVerdict(CaseSnapshot seen) => seen.Verdict is not null;

    private static ReviewOutcome? OutcomeOf(CaseSnapshot seen) => seen switch
    {
        { IsWithdrawn: true } => new ReviewOutcome.Withdrawn(),
        { Verdict: VerdictKind.Approve, Amount: { } amount } => new ReviewOutcome.Approved(amount),
        { Verdict: VerdictKind.Ask } => new ReviewOutcome.QuestionAsked(),
        { Verdict: VerdictKind.Decline } => new ReviewOutcome.Declined(),
        _ => null,
    };
}
