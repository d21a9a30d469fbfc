using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Flow;

/// <summary>Lets a workflow look at its initiative.</summary>
public sealed class CaseActivities(InitiativeTable initiatives, PotLedger pot)
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

            // Who took a part has money once the row says that this part is granted.
            claim is { State: ClaimState.Reserved or ClaimState.Granted, Allocation: { } set } && !(verdict?.Amount > set.Total))
        {
            IsSetAsideByPeople = true,
            ListedUntil = initiative.State == InitiativeState.WaitingList ? initiative.WaitsUntil : null,
        };
    }
}
