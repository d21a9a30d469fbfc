using Initiatiefloket.Awards;
using Initiatiefloket.Budget;
using Initiatiefloket.Council;
using Initiatiefloket.Review;
using Initiatiefloket.Status;
using Initiatiefloket.Submission;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.Workflow;

/// <summary>The road of an initiative, from receipt to grant or another ending (docs/process.md).</summary>
public static class InitiativeWorkflow
{
    [Function(nameof(InitiativeWorkflow))]
    public static async Task<Ending> RunAsync(
        [OrchestrationTrigger] TaskOrchestrationContext workflow, InitiativeCase initiative)
    {
        var waits = new Waits(workflow, initiative.Id);
        await workflow.ConfirmReceiptAsync(initiative);

        var ending = await workflow.ReviewAsync(initiative, waits) switch
        {
            ReviewOutcome.Approved approved => await SpendAsync(workflow, initiative, waits, approved),
            ReviewOutcome.Declined => await workflow.RejectAsync(initiative, RefusalGround.Professional),
            ReviewOutcome.NotCompleted => await workflow.SetAsideAsync(initiative),
            ReviewOutcome.NobodyDecided => await workflow.EndAtDeskAsync(initiative),
            _ => await workflow.CloseWithdrawnAsync(initiative),
        };
        await workflow.ForgetKeptFormsAsync(initiative.Id);
        return ending;
    }

    private static async Task<Ending> SpendAsync(
        TaskOrchestrationContext workflow, InitiativeCase initiative, Waits waits, ReviewOutcome.Approved approved)
    {
        var funding = await workflow.SecureBudgetAsync(initiative, waits, approved.Amount);
        if (funding == Funding.NotInTime)
        {
            return await workflow.RejectAsync(initiative, RefusalGround.PotIsEmpty);
        }

        if (funding == Funding.Withdrawn)
        {
            return await workflow.CloseWithdrawnAsync(initiative);
        }

        return await workflow.HearCouncilAsync(initiative, waits, approved.Amount) switch
        {
            CouncilOutcome.Agrees => await workflow.GrantAsync(initiative),
            CouncilOutcome.Declines => await workflow.RejectAsync(initiative, RefusalGround.Council),
            CouncilOutcome.NobodyDecided => await workflow.EndAtDeskAsync(initiative),
            _ => await workflow.CloseWithdrawnAsync(initiative),
        };
    }
}
