using System.Text.Json.Serialization;
using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>An amount traced back, cent by cent, to the funds that pay it.</summary>
/// <param name="Shares">One for each fund that pays something, in the order of the pot.</param>
public sealed record Allocation(IReadOnlyList<FundShare> Shares)
{
    /// <summary>All shares together.</summary>
    [JsonIgnore]
    public Euro Total => Euro.Sum(Shares.Select(share => share.Amount));

    /// <summary>What this fund pays; nothing when it takes no part.</summary>
    public Euro From(string fundId) => Euro.Sum(Shares.Where(share => share.FundId == fundId).Select(share => share.Amount));

    /// <summary>A part of the amount, divided over the funds in the same proportion.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not more than zero and at most <see cref="Total"/>.</exception>
    public Allocation Part(Euro amount) => AllocationKey.Divide(amount, Shares);

    /// <summary>Whether the same funds pay the same shares.</summary>
    public bool Equals(Allocation? other) => other is not null && Shares.SequenceEqual(other.Shares);

    /// <inheritdoc/>
    public override int GetHashCode() => Total.GetHashCode();
}
