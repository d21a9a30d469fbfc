using Initiatiefloket.Platform;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

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
