using Initiatiefloket.Flow;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Microsoft.DurableTask;

namespace Initiatiefloket.Funding;

/// <summary>The steps that move money.</summary>
public static class BudgetSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Reserves the amount; when the pot is empty, waits in order of receipt until money comes free (Awb 4:26).</summary>
        public async Task<FundingOutcome> SecureBudgetAsync(InitiativeCase initiative, Waits waits, Euro amount)
        {
            var answer = await workflow.CallActivityAsync<BudgetAnswer>(
                nameof(BudgetActivities.ReserveBudget),
                new BudgetRequest(initiative.Id, amount, initiative.Rules.Terms),
                Retries.WhenTransient);
            if (answer.WaitsUntil is not { } until)
            {
                return FundingOutcome.Reserved;
            }

            await workflow.CallActivityAsync(nameof(WaitingListActivities.TellWaiting), initiative.Id, Retries.WhenTransient);
            var seen = await waits.UntilAsync(WorkflowEvents.BudgetOffered, until, seen => seen.IsFunded);
            return seen switch
            {
                { IsWithdrawn: true } => FundingOutcome.Withdrawn,
                { IsFunded: true } => FundingOutcome.Reserved,
                _ => FundingOutcome.NotInTime,
            };
        }

        /// <summary>Reserves what is free in the pot of a year for who waits first, and wakes them.</summary>
        public async Task OfferMoneyAsync(int potYear) => await workflow.WakeAsync(
            await workflow.CallActivityAsync<string[]>(nameof(OfferActivities.OfferMoney), potYear, Retries.WhenTransient));

        /// <summary>Wakes those for whom money came free.</summary>
        public async Task WakeAsync(IEnumerable<string> served)
        {
            foreach (var waiting in served)
            {
                workflow.SendEvent(waiting, WorkflowEvents.BudgetOffered, workflow.InstanceId);
                await workflow.CallActivityAsync(nameof(OfferActivities.ConfirmOffer), waiting, Retries.WhenTransient);
            }
        }
    }
}
