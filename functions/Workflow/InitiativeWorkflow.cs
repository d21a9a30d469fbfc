using System.Diagnostics;
using Initiatiefloket.Council;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Review;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.Workflow;

/// <summary>The road of an initiative, from receipt to grant or another ending (docs/process.md).</summary>
public static class InitiativeWorkflow
{
    [Function(WorkflowStarter.Workflow)]
    public static async Task<Ending> RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext workflow, InitiativeCase initiative)
    {
        var waits = new Waits(workflow, initiative.Id);
        var ending = initiative.Resumed switch
        {
            null => await DecideAsync(workflow, initiative, waits, ReviewRoundCase.First(initiative), await workflow.BeginAsync(initiative)),
            { Approved: { } amount } => await SpendAsync(workflow, initiative, waits, amount),
            { Approved: null } => await ReviewAgainAsync(workflow, initiative, waits),
        };
        await workflow.CloseAsync(initiative, ending);
        if (ending == Ending.Withdrawn)
        {
            await workflow.ConfirmWithdrawalAsync(initiative.Id);
        }
        else if (ending == Ending.Granted)
        {
            // Last, so that a case in which an earlier build asked for payment goes on with it (decision 13).
            await workflow.AskPaymentAsync(initiative);
        }

        return ending;
    }

    private static async Task<Ending> ReviewAgainAsync(TaskOrchestrationContext workflow, InitiativeCase initiative, Waits waits)
    {
        var review = ReviewRoundCase.Again(initiative);
        return await DecideAsync(workflow, initiative, waits, review, await workflow.OpenReviewRoundAsync(review));
    }

    private static async Task<Ending> DecideAsync(
        TaskOrchestrationContext workflow, InitiativeCase initiative, Waits waits, ReviewRoundCase review, ReviewersInvited invited) =>
        await workflow.ReviewAsync(review, invited, waits) switch
        {
            ReviewOutcome.Approved approved => await SpendAsync(workflow, initiative, waits, approved.Amount),
            ReviewOutcome.Declined => await workflow.RejectAsync(initiative, RefusalGround.Professional),
            ReviewOutcome.NotCompleted => await workflow.SetAsideAsync(initiative),
            ReviewOutcome.NobodyDecided => Ending.LeftToDesk,
            ReviewOutcome.Withdrawn => Ending.Withdrawn,
            var outcome => throw new UnreachableException($"A review does not end with {outcome}."),
        };

    private static async Task<Ending> SpendAsync(
        TaskOrchestrationContext workflow, InitiativeCase initiative, Waits waits, Euro amount)
    {
        var funded = await workflow.SecureBudgetAsync(initiative, waits, amount);
        return funded.Outcome switch
        {
            FundingOutcome.Reserved => await HearCouncilAsync(workflow, initiative, waits, funded.Amount),
            FundingOutcome.NotInTime => await workflow.RejectAsync(initiative, RefusalGround.PotIsEmpty),
            FundingOutcome.Withdrawn => Ending.Withdrawn,
            var outcome => throw new UnreachableException($"Money does not end up {outcome}."),
        };
    }

    private static async Task<Ending> HearCouncilAsync(TaskOrchestrationContext workflow, InitiativeCase initiative, Waits waits, Euro amount) =>
        await workflow.HearCouncilAsync(initiative, waits, amount) switch
        {
            CouncilOutcome.Agrees => await workflow.GrantAsync(initiative),
            CouncilOutcome.Declines => await workflow.RejectAsync(initiative, RefusalGround.Council),
            CouncilOutcome.NobodyDecided => Ending.LeftToDesk,
            CouncilOutcome.Withdrawn => Ending.Withdrawn,
            var outcome => throw new UnreachableException($"A council does not end with {outcome}."),
        };
}

/// <summary>The first and the last step of every case.</summary>
public static class CaseSteps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Confirms receipt and invites who reviews.</summary>
        public Task<ReviewersInvited> BeginAsync(InitiativeCase initiative) => workflow.StepAsync<ReviewersInvited>(
            nameof(CaseEnds.BeginCase), ReviewRoundCase.First(initiative));

        /// <summary>Gives back what was reserved and not granted, and offers it to whoever waits first.</summary>
        public async Task CloseAsync(InitiativeCase initiative, Ending ending) => await workflow.WakeAsync(
            await workflow.StepAsync<string[]>(
                nameof(CaseEnds.CloseCase), new CaseEnded(initiative.Id, initiative.PotYear, ending, initiative.Resumed?.Time ?? 0)));
    }
}
