using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>What a refusal for lack of money says (Awb 3:46, 4:25, 4:26): where the application stood when it was decided, and under which ceiling.</summary>
/// <param name="Rank">Its number in the line, from 1; null for one that never had a place.</param>
/// <param name="CompleteAt">From when on it was complete.</param>
/// <param name="Ceiling">The ceiling that it is judged by.</param>
/// <param name="Committed">What of it was set apart or granted.</param>
/// <param name="AheadCount">How many in the line ranked better.</param>
/// <param name="Ahead">What these needed together.</param>
/// <param name="PublishedOn">Day on which the ceiling was published; null when the policy does not have it any more.</param>
/// <param name="PublishedAt">Where.</param>
public sealed record LackOfMoney(
    int? Rank, DateTimeOffset CompleteAt, Euro Ceiling, Euro Committed, int AheadCount, Euro Ahead, DateOnly? PublishedOn, string PublishedAt)
{
    /// <summary>What is true of an application at this moment.</summary>
    /// <param name="standing">Where it stands in the line; null when it has no place.</param>
    /// <param name="balance">How the pot stands.</param>
    /// <param name="completeAt">From when on it is complete, by the case itself.</param>
    /// <param name="pot">The pot as the policy has it; null when it has none of that year.</param>
    public static LackOfMoney Of(LineStanding? standing, PotBalance balance, DateTimeOffset completeAt, Pot? pot) => new(
        standing?.Rank,
        standing?.Place.CompleteAt ?? completeAt,
        standing?.Ceiling ?? balance.Total,
        balance.Reserved + balance.Granted,
        standing?.AheadCount ?? 0,
        standing?.Ahead ?? Euro.Zero,
        pot?.PublishedOn,
        pot?.PublishedAt ?? "");
}
