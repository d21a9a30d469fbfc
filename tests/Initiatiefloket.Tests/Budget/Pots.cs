using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Tests.Budget;

/// <summary>Pots by the cents of their funds.</summary>
internal static class Pots
{
    public static Pot Policy(params long[] cents) => PolicyFor(2026, cents);

    public static Pot PolicyFor(int year, params long[] cents) =>
        new(year, new DateOnly(year, 12, 31), [.. cents.Select((amount, index) => new Fund($"fund-{index}", $"Bron {index}", new Euro(amount)))]);

    public static PotBalance Of(params long[] cents) =>
        Assert.IsType<PotFunding.Funded>(PotBalance.Empty(2026).Fund(Policy(cents))).Balance;
}
