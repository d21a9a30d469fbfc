using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Funding;

/// <summary>The steps that offer money to who waits for it.</summary>
public sealed class OfferActivities(InitiativeTable initiatives, PotLedger pot, WaitingList waitingList, Policy policy)
{
    /// <summary>The years that have a pot.</summary>
    [Function(nameof(FindPots))]
    public int[] FindPots([ActivityTrigger] string? unused) => [.. policy.Pots.Select(pot => pot.Year)];

    /// <summary><see cref="WaitingList.ServeAsync"/></summary>
    [Function(nameof(OfferMoney))]
    public Task<string[]> OfferMoney([ActivityTrigger] int potYear, CancellationToken cancellation) => waitingList.ServeAsync(potYear, cancellation);

    /// <summary>Notes that the workflow of an initiative was woken for its money.</summary>
    [Function(nameof(ConfirmOffer))]
    public async Task ConfirmOffer([ActivityTrigger] string initiativeId, CancellationToken cancellation)
    {
        var initiative = await initiatives.GetAsync(initiativeId, cancellation);
        await pot.ConfirmOfferedAsync(initiative.PotYear, initiativeId, cancellation);
    }
}
