using Initiatiefloket.Platform;
using Microsoft.DurableTask;

namespace Initiatiefloket.Endings;

/// <summary>The steps that end a case without a decision.</summary>
public static class ClosingSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>The applicant withdrew, and is told that it worked.</summary>
        public Task ConfirmWithdrawalAsync(string initiativeId) =>
            workflow.StepAsync(nameof(ClosingActivities.ConfirmWithdrawal), initiativeId);

        /// <summary>
        /// Nobody decided, after all reminders: the coordinator acts outside the workflow, and the applicant hears what they can do. Does
        /// nothing when somebody decided or withdrew at the last moment.
        /// </summary>
        public Task LeaveToDeskAsync(string initiativeId) =>
            workflow.StepAsync(nameof(ClosingActivities.LeaveToDesk), initiativeId);
    }
}
