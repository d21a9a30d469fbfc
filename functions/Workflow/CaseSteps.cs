using Initiatiefloket.Budget;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;
using Microsoft.DurableTask;

namespace Initiatiefloket.Workflow;

/// <summary>Steps that belong to no part of the process in particular.</summary>
public static class CaseSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Confirms receipt and invites who reviews.</summary>
        public Task<ReviewSeating> BeginAsync(InitiativeCase initiative) => workflow.CallActivityAsync<ReviewSeating>(
            nameof(OpeningActivities.BeginCase), ReviewRoundCase.First(initiative), Retries.WhenTransient);

        public Task<CaseSnapshot> ReadCaseAsync(string initiativeId) =>
            workflow.CallActivityAsync<CaseSnapshot>(nameof(CaseActivities.ReadCase), initiativeId, Retries.WhenTransient);

        /// <summary>Gives back what was reserved and not granted, and offers it to who waits first.</summary>
        public async Task CloseAsync(InitiativeCase initiative, Ending ending) => await workflow.WakeAsync(
            await workflow.CallActivityAsync<string[]>(
                nameof(CaseActivities.CloseCase), new EndedCase(initiative.Id, initiative.PotYear, ending), Retries.WhenTransient));
    }
}
