using Initiatiefloket.Money;

namespace Initiatiefloket.Policies;

/// <summary>The money of one year without walls between its sources (ontschot); the ceiling of Awb 4:25.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="ClosesOn">Last day on which an application for this pot may come in, unless it has a <see cref="Round"/>.</param>
/// <param name="Funds">Where the money comes from; in order of the allocation key when shares are equal.</param>
public sealed record Pot(int Year, DateOnly ClosesOn, IReadOnlyList<Fund> Funds)
{
    /// <summary>How its money is divided.</summary>
    public Division Division { get; init; } = Division.Strict;

    /// <summary>The day on which the ceiling was published (Awb 4:27): before the year that it is for. Null in what was stored before it was noted.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where it was published, as letters name it.</summary>
    public string PublishedAt { get; init; } = "";

    /// <summary>Below which rest the coordinator gets a mail; null for no mail.</summary>
    public Euro? WarnBelow { get; init; }

    /// <summary>First day on which an application for this pot may come in.</summary>
    public DateOnly OpensOn => Division.Round?.OpensOn ?? new DateOnly(Year, 1, 1);

    /// <summary>Last day on which who waits for money may still get it.</summary>
    public DateOnly WaitsUntil => Division.Round?.DecideBy ?? ClosesOn;

    /// <summary>Last day on which an application for this pot may come in.</summary>
    public DateOnly LastDay => Division.Round?.ClosesOn ?? ClosesOn;

    /// <summary>Whether an application may come in on a day.</summary>
    public bool IsOpenOn(DateOnly day) => day >= OpensOn && day <= LastDay;

    /// <summary>The ceiling: all funds together.</summary>
    public Euro Total => Euro.Sum(Funds.Select(fund => fund.Amount));
}

/// <summary>Which day decides the pot of an application.</summary>
public enum PotYearBy
{
    /// <summary>The day on which it was received.</summary>
    Receipt,

    /// <summary>The day on which the plan starts.</summary>
    Start,
}

/// <summary>A source of money in a pot, such as the Wmo or welfare budget.</summary>
/// <param name="Id">Short name in storage; never changes.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Amount">What it puts into the pot for the year.</param>
public sealed record Fund(string Id, string Name, Euro Amount);
