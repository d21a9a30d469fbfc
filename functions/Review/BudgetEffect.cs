using Initiatiefloket.Budget;
using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review;

/// <summary>What granting an amount does to the pot, and who then decides. Pure.</summary>
/// <param name="Amount">The amount that would be granted.</param>
/// <param name="Pot">How the pot stands now.</param>
/// <param name="Bands">The bands of the case, lowest first.</param>
public sealed record BudgetEffect(Euro Amount, PotBalance Pot, IReadOnlyList<Band> Bands)
{
    /// <summary>Where the case stands in the line for this money; null for one that has no place.</summary>
    public LineStanding? Line { get; init; }

    /// <summary>What others have to be decided on first: this amount is in the pot, but not for this case yet (Awb 4:26).</summary>
    public bool HasToWait => Line is { Rank: not null } line && Shares is not null && Amount > line.Room;

    /// <summary>What is left for this case: what is in the pot, without what earlier applications may still need (Awb 4:26).</summary>
    public Euro Left => Line is { Rank: not null } line && line.Room < Pot.Available ? line.Room : Pot.Available;

    /// <summary>The band of the amount. Where the policy lets what is asked decide, the case has one band only (<see cref="Policy.BandsFor"/>).</summary>
    public Band Band => Band.For(Bands, Amount);

    /// <summary>Bands in which a lower amount would fall, lowest first.</summary>
    public IReadOnlyList<Band> LowerBands => [.. Bands.TakeWhile(band => band != Band)];

    /// <summary>What is left afterwards; null when there is not enough.</summary>
    public Euro? After => Shares is null ? null : Pot.Available - Amount;

    /// <summary>How much is missing; nothing when there is enough.</summary>
    public Euro Missing => Shares is null ? Amount - Pot.Available : Euro.Zero;

    /// <summary>Which part of the whole pot it is, in tenths of a percent.</summary>
    public decimal Percentage => Pot.Total == Euro.Zero ? 0 : Math.Round(100m * Amount.Cents / Pot.Total.Cents, 1, MidpointRounding.AwayFromZero);

    /// <summary>What each fund would pay; null when there is not enough.</summary>
    public IReadOnlyList<(string Name, Euro Amount)>? Shares => Pot.Reserve(Amount) is Reservation.Reserved reserved
        ? [.. reserved.Allocation.Shares.Select(share => (Pot.Funds.First(fund => fund.FundId == share.FundId).Name, share.Amount))]
        : null;

    /// <summary>The effect of what was typed as amount; of what was asked as long as that is no amount that can be granted.</summary>
    public static BudgetEffect Of(string typed, Euro asked, PotBalance pot, IReadOnlyList<Band> bands, LineStanding? line = null) => new(
        Euro.Read(typed) is EuroInput.Amount(var amount) && amount > Euro.Zero && amount <= asked ? amount : asked, pot, bands)
    { Line = line };
}
