using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;
using Microsoft.DurableTask;

namespace Initiatiefloket.Workflow;

/// <summary>The first and the last step of every case.</summary>
public static class CaseSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Confirms receipt and invites who reviews.</summary>
        public Task<ReviewersInvited> BeginAsync(InitiativeCase initiative) => workflow.CallActivityAsync<ReviewersInvited>(
            nameof(CaseEnds.BeginCase), ReviewRoundCase.First(initiative), Retries.WhenTransient);

        /// <summary>Gives back what was reserved and not granted, and offers it to who waits first.</summary>
        public async Task CloseAsync(InitiativeCase initiative, Ending ending) => await workflow.WakeAsync(
            await workflow.CallActivityAsync<string[]>(
                nameof(CaseEnds.CloseCase), new CaseEnded(initiative.Id, initiative.PotYear, ending), Retries.WhenTransient));
    }
}
