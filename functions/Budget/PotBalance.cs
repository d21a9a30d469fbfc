using System.Text.Json.Serialization;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>How a pot stands: pure arithmetic in which no fund goes below zero and no cent is lost.</summary>
/// <param name="Year">The year of the pot.</param>
/// <param name="Funds">Its funds, in the order of the policy.</param>
public sealed record PotBalance(int Year, IReadOnlyList<FundBalance> Funds)
{
    /// <summary>What all funds put in.</summary>
    [JsonIgnore]
    public Euro Total => Euro.Sum(Funds.Select(fund => fund.Total));

    /// <summary>Set apart for cases that are not granted yet.</summary>
    [JsonIgnore]
    public Euro Reserved => Euro.Sum(Funds.Select(fund => fund.Reserved));

    /// <summary>Granted.</summary>
    [JsonIgnore]
    public Euro Granted => Euro.Sum(Funds.Select(fund => fund.Granted));

    /// <summary>What can still be reserved.</summary>
    [JsonIgnore]
    public Euro Available => Total - Reserved - Granted;

    /// <summary>A pot without funds.</summary>
    public static PotBalance Empty(int year) => new(year, []);

    /// <summary>Brings the funds to the amounts of the policy. A fund that is no longer there goes to zero and stays in the list.</summary>
    public PotFunding Fund(Pot pot)
    {
        var wanted = pot.Funds.Concat(Funds
            .Where(fund => pot.Funds.All(wanted => wanted.Id != fund.FundId))
            .Select(fund => new Fund(fund.FundId, fund.Name, Euro.Zero)));
        var funds = wanted.Select(fund => BalanceOf(fund.Id) with { Name = fund.Name, Total = fund.Amount }).ToList();
        var tooLow = funds.Where(fund => fund.Available < Euro.Zero).ToList();
        return tooLow.Count == 0
            ? new PotFunding.Funded(this with { Funds = funds })
            : new PotFunding.BelowCommitted([.. tooLow.Select(fund => new FundShortfall(fund.Name, fund.Total, fund.Committed))]);
    }

    /// <summary>Sets an amount apart, divided by the <see cref="AllocationKey"/> over what the funds have left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not more than zero.</exception>
    public Reservation Reserve(Euro amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Euro.Zero);
        if (amount > Available)
        {
            return new Reservation.NotEnough(amount - Available);
        }

        var allocation = AllocationKey.Divide(amount, Funds.Select(fund => new FundShare(fund.FundId, fund.Available)));
        return new Reservation.Reserved(allocation, Move(allocation, share => new(share.FundId, Euro.Zero, share.Amount, Euro.Zero)));
    }

    /// <summary>Turns a reservation, or a part of it, into a grant; the rest goes back to the funds it came from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not more than zero and at most what is reserved.</exception>
    public GrantedPart Grant(Allocation reserved, Euro amount)
    {
        var granted = reserved.Part(amount);
        var after = Release(reserved).Move(granted, share => new(share.FundId, Euro.Zero, Euro.Zero, share.Amount));
        return new GrantedPart(granted, reserved.Total - amount, after);
    }

    /// <summary>Lowers a grant to what it is settled at (Awb 4:46), which may be nothing; the difference goes back to the funds it came from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is less than zero or more than what is granted.</exception>
    public GrantedPart Settle(Allocation granted, Euro amount)
    {
        var kept = amount == Euro.Zero ? new Allocation([]) : granted.Part(amount);
        var after = Move(granted, share => new(share.FundId, Euro.Zero, Euro.Zero, -share.Amount))
            .Move(kept, share => new(share.FundId, Euro.Zero, Euro.Zero, share.Amount));
        return new GrantedPart(kept, granted.Total - amount, after);
    }

    /// <summary>Gives a reservation back to the funds it came from.</summary>
    public PotBalance Release(Allocation reserved) => Move(reserved, share => new(share.FundId, Euro.Zero, -share.Amount, Euro.Zero));

    /// <summary>The balance after these movements: all movements of a ledger together, applied to an empty pot, give its balance.</summary>
    /// <exception cref="InvalidOperationException">A movement overdraws a fund.</exception>
    public PotBalance Apply(IEnumerable<FundMovement> movements) => movements.Aggregate(this, (balance, movement) => balance.Apply(movement));

    /// <summary>What changed since an earlier balance of this pot.</summary>
    public IReadOnlyList<FundMovement> Since(PotBalance before) =>
        [.. Funds.Select(fund => (Now: fund, Then: before.BalanceOf(fund.FundId)))
            .Select(fund => new FundMovement(
                fund.Now.FundId,
                fund.Now.Total - fund.Then.Total,
                fund.Now.Reserved - fund.Then.Reserved,
                fund.Now.Granted - fund.Then.Granted))
            .Where(movement => movement != new FundMovement(movement.FundId, Euro.Zero, Euro.Zero, Euro.Zero))];

    private PotBalance Move(Allocation allocation, Func<FundShare, FundMovement> movement) => Apply(allocation.Shares.Select(movement));

    private PotBalance Apply(FundMovement movement)
    {
        var moved = BalanceOf(movement.FundId).Move(movement);
        return Funds.Any(fund => fund.FundId == movement.FundId)
            ? this with { Funds = [.. Funds.Select(fund => fund.FundId == movement.FundId ? moved : fund)] }
            : this with { Funds = [.. Funds, moved] };
    }

    private FundBalance BalanceOf(string fundId) =>
        Funds.FirstOrDefault(fund => fund.FundId == fundId) ?? new FundBalance(fundId, fundId, Euro.Zero, Euro.Zero, Euro.Zero);
}

/// <summary>A balance as it was read.</summary>
/// <param name="Balance">The balance.</param>
/// <param name="Revision">How many changes went before.</param>
/// <param name="Waiting">How many initiatives are on the waiting list.</param>
/// <param name="Version">The stored row's version; null when there is none yet.</param>
internal sealed record PotSnapshot(PotBalance Balance, long Revision, int Waiting, string? Version);
