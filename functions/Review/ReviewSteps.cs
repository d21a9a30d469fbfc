using Initiatiefloket.Platform;
using Initiatiefloket.Workflow;
using Microsoft.DurableTask;

namespace Initiatiefloket.Review;

/// <summary>The steps of the review.</summary>
public static class ReviewSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Holds rounds until the professional approved or refused, or the applicant did not answer in time.</summary>
        public async Task<ReviewOutcome> ReviewAsync(InitiativeCase initiative, Waits waits)
        {
            for (var round = 1; ; round++)
            {
                var review = new ReviewRoundCase(
                    initiative.Id, round, initiative.Rules.Terms, initiative.Rules.Limits, initiative.Rules.Bands);
                var ended = await waits.ForAsync(workflow.HoldRoundAsync(review), ReviewRound.InstanceIdOf(initiative.Id, round));
                if (ended.Outcome is not ReviewOutcome.QuestionAsked)
                {
                    return ended.Outcome;
                }

                var seen = await workflow.AwaitAnswerAsync(review, waits);
                if (seen.IsWithdrawn)
                {
                    return new ReviewOutcome.Withdrawn();
                }

                if (!seen.IsAnswered)
                {
                    return new ReviewOutcome.NotCompleted();
                }

                await workflow.CallActivityAsync(nameof(QuestionActivities.ConfirmAnswers), review, Retries.WhenTransient);
            }
        }

        public Task<ReviewRoundOpened> OpenReviewRoundAsync(ReviewRoundCase review) =>
            workflow.CallActivityAsync<ReviewRoundOpened>(nameof(ReviewActivities.OpenReviewRound), review, Retries.WhenTransient);

        public Task InviteReviewerAsync(ReviewRoundCase review) =>
            workflow.CallActivityAsync(nameof(ReviewActivities.InviteReviewer), review, Retries.WhenTransient);

        public Task NudgeAsync(ReviewRoundCase review, Nudge nudge) => nudge.Kind switch
        {
            NudgeKind.Reviewer => workflow.CallActivityAsync(
                nameof(ReviewActivities.RemindReviewer), new ReviewNudge(review, nudge.Number), Retries.WhenTransient),
            NudgeKind.Coordinator => workflow.CallActivityAsync(
                nameof(ReviewActivities.EscalateReview), new ReviewNudge(review, nudge.Number), Retries.WhenTransient),
            _ => Task.CompletedTask,
        };

        private Task<ReviewRoundEnded> HoldRoundAsync(ReviewRoundCase review) =>
            workflow.CallSubOrchestratorAsync<ReviewRoundEnded>(
                nameof(ReviewRound),
                review,
                new SubOrchestrationOptions(new TaskOptions(), ReviewRound.InstanceIdOf(review.InitiativeId, review.Round)));

        private async Task<CaseSnapshot> AwaitAnswerAsync(ReviewRoundCase review, Waits waits)
        {
            var expected = await workflow.CallActivityAsync<AnswerExpected>(
                nameof(QuestionActivities.AskApplicant), review, Retries.WhenTransient);
            var answered = WorkflowEvents.QuestionAnswered(review.Round);
            var seen = await waits.UntilAsync(answered, expected.RemindAt, IsAnswered);
            if (seen is { IsWithdrawn: false, IsAnswered: false })
            {
                await workflow.CallActivityAsync(nameof(QuestionActivities.RemindApplicant), review, Retries.WhenTransient);
                seen = await waits.UntilAsync(answered, expected.Until, IsAnswered);
            }

            if (seen is { IsWithdrawn: false, IsAnswered: false })
            {
                // Settles what came first, the end of the term or the answers; then looks which.
                await workflow.CallActivityAsync(nameof(QuestionActivities.CloseQuestions), review, Retries.WhenTransient);
                seen = await waits.LookAsync();
            }

            return seen;
        }
    }

    private static bool IsAnswered(CaseSnapshot seen) => seen.IsAnswered;
}
