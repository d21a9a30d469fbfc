using Initiatiefloket.Budget;
using Initiatiefloket.Platform;
using Initiatiefloket.Workflow;
using Microsoft.DurableTask;

namespace Initiatiefloket.Status;

/// <summary>The steps that end a case without a decision.</summary>
public static class ClosingSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>The applicant withdrew: the money goes back and the applicant is told that it worked.</summary>
        public async Task<Ending> CloseWithdrawnAsync(InitiativeCase initiative)
        {
            await workflow.ReleaseBudgetAsync(initiative);
            await workflow.CallActivityAsync(nameof(ClosingActivities.ConfirmWithdrawal), initiative.Id, Retries.WhenTransient);
            return Ending.Withdrawn;
        }

        /// <summary>
        /// Nobody decided, after all reminders: the coordinator acts outside the workflow, and the applicant hears what they can do. Does
        /// nothing when somebody decided or withdrew at the last moment.
        /// </summary>
        public Task LeaveToDeskAsync(string initiativeId) =>
            workflow.CallActivityAsync(nameof(ClosingActivities.LeaveToDesk), initiativeId, Retries.WhenTransient);

        /// <summary>The case was left to the desk: the money goes back.</summary>
        public async Task<Ending> EndAtDeskAsync(InitiativeCase initiative)
        {
            await workflow.ReleaseBudgetAsync(initiative);
            return Ending.LeftToDesk;
        }
    }
}
