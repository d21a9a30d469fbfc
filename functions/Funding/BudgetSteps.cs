using System.Diagnostics;
using Initiatiefloket.Flow;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Microsoft.DurableTask;

namespace Initiatiefloket.Funding;

/// <summary>The steps that move money.</summary>
public static class BudgetSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Reserves the amount; when others come first or the pot is empty, waits at its rank until money comes free (Awb 4:26).</summary>
        public async Task<Funded> SecureBudgetAsync(InitiativeCase initiative, Waits waits, Euro amount)
        {
            var answer = await workflow.StepAsync<BudgetAnswer>(
                nameof(BudgetActivities.ReserveBudget),
                new BudgetRequest(initiative.Id, amount, initiative.Rules.Terms));
            if (answer.WaitsUntil is not { } until)
            {
                await workflow.WakeAsync(answer.Served);
                return new Funded(FundingOutcome.Reserved, amount);
            }

            await workflow.StepAsync(nameof(WaitingListActivities.TellWaiting), initiative.Id);
            var seen = await waits.UntilAsync(WorkflowEvents.BudgetOffered, until, seen => seen.IsFunded);

            // The applicant gave us more time meanwhile.
            while (seen is { IsWithdrawn: false, IsFunded: false, ListedUntil: { } later } && later > until)
            {
                until = later;
                seen = await waits.UntilAsync(WorkflowEvents.BudgetOffered, until, seen => seen.IsFunded);
            }

            var outcome = seen switch
            {
                { IsWithdrawn: true } => FundingOutcome.Withdrawn,
                { IsFunded: true } => FundingOutcome.Reserved,
                { IsFunded: false } => FundingOutcome.NotInTime,
                _ => throw new UnreachableException(),
            };

            // Less than what was approved for who took a part of it.
            return new Funded(outcome, seen.Amount ?? amount);
        }

        /// <summary>Reserves what is free in the pot of a year for whoever is next in the line, and wakes them.</summary>
        public async Task OfferMoneyAsync(int potYear) => await workflow.WakeAsync(
            await workflow.StepAsync<string[]>(nameof(OfferActivities.OfferMoney), potYear));

        /// <summary>Wakes those for whom money came free.</summary>
        public async Task WakeAsync(IEnumerable<string> served)
        {
            foreach (var waiting in served)
            {
                workflow.SendEvent(waiting, WorkflowEvents.BudgetOffered, workflow.InstanceId);
                await workflow.StepAsync(nameof(OfferActivities.ConfirmOffer), waiting);
            }
        }
    }
}

/// <summary>Input of the step that reserves money.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Amount">What to reserve.</param>
/// <param name="Terms">How long to wait when the pot is empty.</param>
public sealed record BudgetRequest(string InitiativeId, Euro Amount, PolicyTerms Terms);

/// <summary>Answer of the step that reserves money.</summary>
/// <param name="WaitsUntil">Null when the money is reserved; otherwise when the place on the waiting list ends, which may be at once.</param>
public sealed record BudgetAnswer(DateTimeOffset? WaitsUntil)
{
    /// <summary>Who has money because this case takes less than it asked; nobody in histories from before that was noted.</summary>
    public IReadOnlyList<string> Served { get; init; } = [];
}

/// <summary>How the search for money ended.</summary>
/// <param name="Outcome">Whether it was found.</param>
/// <param name="Amount">How much, when it was.</param>
public sealed record Funded(FundingOutcome Outcome, Euro Amount);

/// <summary>Whether the money for a grant was found.</summary>
public enum FundingOutcome
{
    /// <summary>Reserved.</summary>
    Reserved,

    /// <summary>The pot stayed empty until the wait ended (Awb 4:25).</summary>
    NotInTime,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,
}
