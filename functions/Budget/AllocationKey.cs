using System.Text.Json.Serialization;
using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>
/// The allocation key (verdeelsleutel) of the pot: in proportion to what each fund has left, whole cents by the largest remainder method, so
/// that the shares add up exactly and no fund gives more than it has.
/// </summary>
public static class AllocationKey
{
    /// <summary>Divides an amount over what the funds can give. Equal remainders go to the fund that comes first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not more than zero, or more than all funds can give together.</exception>
    public static Allocation Divide(Euro amount, IEnumerable<FundShare> capacities)
    {
        var funds = capacities.Where(fund => fund.Amount > Euro.Zero).ToList();
        var capacity = Euro.Sum(funds.Select(fund => fund.Amount));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Euro.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, capacity);

        // 128 bits: the product of two amounts in cents.
        var exact = funds.Select(fund => Int128.DivRem((Int128)amount.Cents * fund.Amount.Cents, capacity.Cents)).ToList();
        var missing = (int)(amount.Cents - exact.Sum(part => (long)part.Quotient));

        // A part with a remainder is below its fund's capacity, and there are more of those than missing cents, so a cent more always fits.
        var rounded = exact.Index().OrderByDescending(part => part.Item.Remainder).Take(missing).Select(part => part.Index).ToHashSet();
        return new Allocation([.. funds
            .Select((fund, index) => new FundShare(fund.FundId, new Euro((long)exact[index].Quotient + (rounded.Contains(index) ? 1 : 0))))
            .Where(share => share.Amount > Euro.Zero)]);
    }
}

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
