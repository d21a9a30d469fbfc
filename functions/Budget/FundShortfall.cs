using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>A fund that the policy sets lower than what is already promised from it.</summary>
/// <param name="Name">Dutch name of the fund.</param>
/// <param name="Wanted">The amount in the policy.</param>
/// <param name="Committed">Reserved and granted.</param>
public sealed record FundShortfall(string Name, Euro Wanted, Euro Committed)
{
    /// <summary>What is wrong and what to do, for the coordinator.</summary>
    public string InWords() =>
        $"{Name}: het bedrag in de policy ({Wanted}) is lager dan wat al is gereserveerd en toegekend ({Committed}). Kies minstens dat bedrag.";
}
