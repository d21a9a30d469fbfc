using Initiatiefloket.Policies;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Budget;

/// <summary>Brings the pots to the amounts of the policy before the first request.</summary>
public sealed class PotReadiness(PotLedger ledger, Policy policy) : IHostedService
{
    /// <exception cref="PolicyException">The policy sets a fund lower than what is already promised from it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var pot in policy.Pots)
        {
            if (await ledger.OpenAsync(pot, cancellationToken) is PotOpening.BelowCommitted below)
            {
                throw new PolicyException("pots", [.. below.Shortfalls.Select(shortfall => ProblemOf(pot, shortfall))]);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static PolicyProblem ProblemOf(Pot pot, FundShortfall shortfall) => new($"pot {pot.Year}", shortfall.InWords());
}
