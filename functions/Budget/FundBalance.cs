using System.Text.Json.Serialization;
using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>How one fund of a pot stands.</summary>
/// <param name="FundId">Short name of the fund.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Total">What it put in.</param>
/// <param name="Reserved">Set apart for cases that are not granted yet.</param>
/// <param name="Granted">Granted.</param>
public sealed record FundBalance(string FundId, string Name, Euro Total, Euro Reserved, Euro Granted)
{
    /// <summary>What can still be reserved.</summary>
    [JsonIgnore]
    public Euro Available => Total - Committed;

    /// <summary>Reserved and granted together.</summary>
    [JsonIgnore]
    public Euro Committed => Reserved + Granted;

    /// <summary>The fund after a movement.</summary>
    /// <exception cref="InvalidOperationException">It would be overdrawn or give back what it never gave: a bug, for rules prevent it.</exception>
    internal FundBalance Move(FundMovement movement)
    {
        var moved = this with { Total = Total + movement.Total, Reserved = Reserved + movement.Reserved, Granted = Granted + movement.Granted };
        return moved.Reserved >= Euro.Zero && moved.Granted >= Euro.Zero && moved.Available >= Euro.Zero
            ? moved
            : throw new InvalidOperationException($"Movement {movement} does not fit fund {this}.");
    }
}

/// <summary>What one ledger entry changes in one fund; amounts may be negative.</summary>
public sealed record FundMovement(string FundId, Euro Total, Euro Reserved, Euro Granted);

/// <summary>The part of an amount that one fund pays.</summary>
public sealed record FundShare(string FundId, Euro Amount);

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
