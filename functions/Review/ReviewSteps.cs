using System.Diagnostics;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Microsoft.DurableTask;

namespace Initiatiefloket.Review;

/// <summary>The steps of the review.</summary>
public static class ReviewSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>
        /// Holds rounds until the professionals agree. When they disagree they talk and vote again; when that does not help, the coordinator
        /// decides.
        /// </summary>
        /// <param name="review">The round with which it begins.</param>
        /// <param name="invited">Who was invited to the first round.</param>
        /// <param name="waits">How to wait for people.</param>
        public async Task<ReviewOutcome> ReviewAsync(ReviewRoundCase review, ReviewersInvited invited, Waits waits)
        {
            for (; ; invited = await workflow.OpenReviewRoundAsync(review))
            {
                var outcome = await workflow.HoldRoundAsync(review, invited, waits);
                switch (outcome)
                {
                    case ReviewOutcome.QuestionAsked:
                        if (await workflow.AwaitAnswerAsync(review, waits) is { } ending)
                        {
                            return ending;
                        }

                        review = review.Next(review.Kind);
                        break;
                    case ReviewOutcome.Disagreed:
                        review = review.Next(review.Kind == RoundKind.Review ? RoundKind.Conversation : RoundKind.Arbitration);
                        break;
                    case ReviewOutcome.Approved or ReviewOutcome.Declined or ReviewOutcome.NotCompleted or ReviewOutcome.NobodyDecided or ReviewOutcome.Withdrawn:
                        return outcome;
                    default:
                        throw new UnreachableException();
                }
            }
        }

        public Task<ReviewersInvited> OpenReviewRoundAsync(ReviewRoundCase review) =>
            workflow.StepAsync<ReviewersInvited>(nameof(ReviewActivities.OpenReviewRound), review);

        public Task<ReviewersInvited> InviteReviewersAsync(ReviewRoundCase review) =>
            workflow.StepAsync<ReviewersInvited>(nameof(ReviewActivities.InviteReviewers), review);

        public Task NudgeAsync(ReviewRoundCase review, Nudge nudge) => nudge.Kind switch
        {
            NudgeKind.Reviewer => workflow.NudgeAsync(nameof(NudgeActivities.RemindReviewers), review, nudge),
            NudgeKind.Deputy => workflow.NudgeAsync(nameof(NudgeActivities.CallInDeputies), review, nudge),
            NudgeKind.Coordinator or NudgeKind.CoordinatorLast => workflow.NudgeAsync(nameof(NudgeActivities.EscalateReview), review, nudge),
            NudgeKind.GiveUp => Task.CompletedTask,
            _ => throw new UnreachableException(),
        };

        private Task NudgeAsync(string step, ReviewRoundCase review, Nudge nudge) =>
            workflow.StepAsync(step, new RoundNudge(review, nudge));

        /// <summary>Asks the applicant and waits. Null when the review goes on: with the answers, or without those that it can do without.</summary>
        private async Task<ReviewOutcome?> AwaitAnswerAsync(ReviewRoundCase review, Waits waits)
        {
            var expected = await workflow.StepAsync<AnswerExpected>(
                nameof(QuestionActivities.AskApplicant), review);
            var answered = WorkflowEvents.QuestionAnswered(review.Round);
            var seen = await waits.UntilAsync(answered, expected.RemindAt, IsAnswered);
            if (seen is { IsWithdrawn: false, IsAnswered: false })
            {
                await workflow.StepAsync(nameof(QuestionActivities.RemindApplicant), review);
                seen = await waits.UntilAsync(answered, expected.Until, IsAnswered);
            }

            if (seen is { IsWithdrawn: false, IsAnswered: false })
            {
                // Settles what came first, the end of the term or the answers; then looks which.
                await workflow.StepAsync(nameof(QuestionActivities.CloseQuestions), review);
                seen = await waits.LookAsync();
            }

            if (seen.IsWithdrawn)
            {
                return new ReviewOutcome.Withdrawn();
            }

            if (seen.IsAnswered)
            {
                await workflow.StepAsync(nameof(QuestionActivities.ConfirmAnswers), review);
                return null;
            }

            // Whoever reviews chooses what follows. Earlier builds set aside by themselves, which a history that has it so goes on with (decision 17).
            return !seen.IsSetAsideByPeople && workflow.CurrentUtcDateTime < expected.SetAsideBefore?.UtcDateTime ? new ReviewOutcome.NotCompleted() : null;
        }
    }

    private static bool IsAnswered(CaseSnapshot seen) => seen.IsAnswered;
}
