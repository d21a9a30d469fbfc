using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Funding;

/// <summary>Those who wait for money from a pot, in order of receipt (Awb 4:26).</summary>
public sealed class WaitingList(InitiativeTable initiatives, PotLedger pot, TimeProvider clock)
{
    /// <summary>Reserves what is free for whoever waits first, as long as it fits. May be repeated.</summary>
    /// <returns>References of the initiatives that now have money and were not yet woken for it.</returns>
    public async Task<string[]> ServeAsync(int potYear, CancellationToken cancellation)
    {
        var served = await pot.OfferToWaitingAsync(potYear, cancellation);
        foreach (var waiting in served)
        {
            var reserved = new InitiativeEvent("reserved", InitiativeEventKind.Reserved, clock.GetUtcNow(), Actor.Workflow);
            await initiatives.ChangeAsync(waiting, reserved, current => current, cancellation);
        }

        return [.. served];
    }
}

/// <summary>The steps that offer money to whoever waits for it.</summary>
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
