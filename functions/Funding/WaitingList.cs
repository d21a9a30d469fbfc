using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Funding;

/// <summary>Those who wait for money from a pot, in order of receipt (Awb 4:26).</summary>
public sealed class WaitingList(InitiativeTable initiatives, PotLedger pot, TimeProvider clock)
{
    /// <summary>Reserves what is free for who waits first, as long as it fits. May be repeated.</summary>
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
