using Initiatiefloket.Platform;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>What came of opening the pot of a year.</summary>
public abstract record PotOpening
{
    private PotOpening()
    {
    }

    /// <summary>The pot stands as the policy says.</summary>
    public sealed record Opened(PotBalance Balance) : PotOpening;

    /// <summary>The policy sets funds lower than what is promised from them; the pot stands as it stood.</summary>
    public sealed record BelowCommitted(IReadOnlyList<FundShortfall> Shortfalls) : PotOpening;
}

/// <summary>What came of bringing a pot to the amounts of the policy.</summary>
public abstract record PotFunding
{
    private PotFunding()
    {
    }

    /// <summary>The pot has the funds of the policy.</summary>
    public sealed record Funded(PotBalance Balance) : PotFunding;

    /// <summary>Nothing changed: money that is promised cannot be taken out again.</summary>
    public sealed record BelowCommitted(IReadOnlyList<FundShortfall> Shortfalls) : PotFunding;
}

/// <summary>Brings the pots to the amounts of the policy.</summary>
public sealed class PotReadiness(PotLedger ledger, Policy policy) : IPreparation
{
    /// <exception cref="PolicyException">The policy sets a fund lower than what is already promised from it.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var pot in policy.Pots)
        {
            if (await ledger.OpenAsync(pot, cancellation) is PotOpening.BelowCommitted below)
            {
                throw new PolicyException("pots", [.. below.Shortfalls.Select(shortfall => ProblemOf(pot, shortfall))]);
            }
        }
    }

    private static PolicyProblem ProblemOf(Pot pot, FundShortfall shortfall) => new($"pot {pot.Year}", shortfall.InWords());
}
