using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Support;

/// <summary>Each night removes the neighbours whose names are not needed any more, as the page says that collects them.</summary>
public sealed class SupportSweep(SupportTable support, InitiativeTable initiatives, TimeProvider clock)
{
    [Function(nameof(SupportSweep))]
    public async Task Run([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await support.ForgetUnconfirmedAsync(cancellation);
        foreach (var id in await support.InitiativesAsync(cancellation))
        {
            if (await IsLongOverAsync(id, cancellation))
            {
                await support.EraseAsync(id, cancellation);
            }
        }
    }

    private async Task<bool> IsLongOverAsync(string id, CancellationToken cancellation) =>
        await initiatives.FindAsync(id, cancellation) is { IsClosed: true }
        && (await initiatives.GetEventsAsync(id, cancellation))[^1].At + LinkUse.AfterTheEnd < clock.GetUtcNow();
}
