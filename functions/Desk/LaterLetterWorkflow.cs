using System.Diagnostics;
using Initiatiefloket.Budget;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Funding;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.Desk;

/// <summary>What follows a decision that the coordinator took after a case had ended: money that is not needed goes to whoever waits, and the letter goes out.</summary>
public static class LaterLetterWorkflow
{
    [Function(WorkflowStarter.LaterLetter)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow, LaterLetterCase letter)
    {
        await workflow.WakeAsync(await workflow.StepAsync<string[]>(nameof(LaterLetterActivities.SettleGrant), letter));
        await workflow.StepAsync(nameof(LaterLetterActivities.AnnounceLaterLetter), letter);
    }
}

/// <summary>The steps after such a decision. What an earlier run of them did is not done again.</summary>
public sealed class LaterLetterActivities(InitiativeTable initiatives, PotLedger pot, WaitingList waitingList, Announcements announcements)
{
    /// <summary>Gives back what a grant was settled lower by (Awb 4:46), and offers it to whoever is next in the line.</summary>
    /// <returns>References of the initiatives that have money now and are to be woken.</returns>
    [Function(nameof(SettleGrant))]
    public async Task<string[]> SettleGrant([ActivityTrigger] LaterLetterCase letter, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(letter.InitiativeId, cancellation);
        if (letter.In(initiative).Settled is not { } settled)
        {
            return [];
        }

        switch (await pot.SettleAsync(initiative.PotYear, initiative.Id, $"{initiative.Id}:settle", settled, cancellation))
        {
            case SettleOutcome.Settled:
                return await waitingList.ServeAsync(initiative.PotYear, cancellation);
            case SettleOutcome.NotGranted missing:
                throw new InvalidOperationException($"{initiative.Id} is settled without a grant; its claim is {missing.State}.");
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Mails the letter, which announces it.</summary>
    [Function(nameof(AnnounceLaterLetter))]
    public async Task AnnounceLaterLetter([ActivityTrigger] LaterLetterCase letter, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(letter.InitiativeId, cancellation);
        await announcements.MailAsync(initiative, letter.In(initiative), cancellation);
    }
}
