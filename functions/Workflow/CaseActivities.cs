using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Review;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Workflow;

/// <summary>Lets a workflow look at its initiative, and closes it.</summary>
public sealed class CaseActivities(InitiativeTable initiatives, PotLedger pot, WaitingList waitingList, KeptForms kept)
{
    [Function(nameof(ReadCase))]
    public async Task<CaseSnapshot> ReadCase([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        var verdict = initiative.VerdictOf(initiative.Round);

        // Only who waits for money is woken for it; others need no look into the pot.
        var claim = initiative.State == InitiativeState.WaitingList ? await pot.FindClaimAsync(initiative.PotYear, initiativeId, cancellation) : null;
        return new CaseSnapshot(
            initiative.State,
            verdict?.Kind,
            verdict?.Amount,
            verdict is null && initiative.Panel.ResultOf(initiative.Round) is RoundResult.Disagreement,
            initiative.Panel.HandOversIn(initiative.Round),
            verdict?.AnsweredAt is not null,
            initiative.CalledInBy.Count,
            initiative.CouncilDecision?.Choice,
            claim?.State is ClaimState.Reserved or ClaimState.Granted);
    }

    /// <summary>Forgets what nobody needs any more, gives back what was reserved and not granted, and offers it to who waits first. May be repeated.</summary>
    /// <returns>References of the initiatives that have money now and are to be woken.</returns>
    [Function(nameof(CloseCase))]
    public async Task<string[]> CloseCase([ActivityTrigger] EndedCase ended, CancellationToken cancellation)
    {
        await kept.ForgetAsync(ended.Id, cancellation);
        if (ended.Ending != Ending.Granted)
        {
            await pot.ReleaseAsync(ended.PotYear, ended.Id, $"{ended.Id}:release", cancellation);
        }

        return await waitingList.ServeAsync(ended.PotYear, cancellation);
    }
}
