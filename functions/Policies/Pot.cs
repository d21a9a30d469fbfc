using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>The money of one year without walls between its sources (ontschot); the ceiling of Awb 4:25.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="ClosesOn">Last day on which an application for this pot may come in.</param>
/// <param name="Funds">Where the money comes from; in order of the allocation key when shares are equal.</param>
public sealed record Pot(int Year, DateOnly ClosesOn, IReadOnlyList<Fund> Funds)
{
    /// <summary>The ceiling: all funds together.</summary>
    public Euro Total => Euro.Sum(Funds.Select(fund => fund.Amount));
}

/// <summary>A source of money in a pot, such as the Wmo or welfare budget.</summary>
/// <param name="Id">Short name in storage; never changes.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Amount">What it puts into the pot for the year.</param>
public sealed record Fund(string Id, string Name, Euro Amount);
