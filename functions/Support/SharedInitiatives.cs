using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Support;

/// <summary>Finds initiatives by the address that their applicants share.</summary>
public sealed class SharedInitiatives(ShareTable shares, InitiativeTable initiatives, SupportTable support, Policy policy)
{
    /// <summary>The initiative as a neighbour sees it, or null when nobody shared this address.</summary>
    public async Task<SharedInitiative?> FindAsync(string code, CancellationToken cancellation) =>
        await shares.FindAsync(code, cancellation) is { } id && await initiatives.FindAsync(id, cancellation) is { } initiative
            ? new SharedInitiative(
                code, initiative, await initiatives.GetApplicationAsync(id, cancellation), await CountAsync(id, cancellation))
            : null;

    /// <summary>How many support an initiative, and how many the policy asks for.</summary>
    public async Task<SupportCount> CountAsync(string initiativeId, CancellationToken cancellation) =>
        new(await support.CountAsync(initiativeId, cancellation), policy.SupportersNeeded);
}
