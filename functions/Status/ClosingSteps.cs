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

        /// <summary>Nobody decided: the money goes back, the coordinator acts outside the workflow, the applicant hears what they can do.</summary>
        public async Task<Ending> LeaveToDeskAsync(InitiativeCase initiative)
        {
            var isLeft = await workflow.CallActivityAsync<bool>(
                nameof(ClosingActivities.LeaveToDesk), initiative.Id, Retries.WhenTransient);
            if (!isLeft)
            {
                return await workflow.CloseWithdrawnAsync(initiative);
            }

            await workflow.ReleaseBudgetAsync(initiative);
            return Ending.LeftToDesk;
        }
    }
}
