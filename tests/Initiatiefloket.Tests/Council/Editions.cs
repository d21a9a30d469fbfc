using Initiatiefloket.Budget;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Council;

/// <summary>Digests to compose.</summary>
internal static class Editions
{
    public static PotBalance Pot { get; } = new(2026, [new FundBalance("wmo", "Wmo", Euro.Whole(250_000), Euro.Whole(12_000), Euro.Whole(30_000))]);

    /// <summary>A digest with one case that waits, or none, and others with news.</summary>
    public static DigestEdition Of(Uri link, Initiative? waiting, params IReadOnlyList<Initiative> others) => new(
        waiting is null ? [] : [new DigestItem(waiting, Cases.Application.Plan, link)], [], others, link)
    {
        Pot = Pot,
        StopAt = link,
    };
}
