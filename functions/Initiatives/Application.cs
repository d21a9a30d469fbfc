using Initiatiefloket.Budget;

namespace Initiatiefloket.Initiatives;

/// <summary>What the applicant wrote, as sent.</summary>
public sealed record Application
{
    public required string Title { get; init; }

    /// <summary>What it is and why it is needed.</summary>
    public required string Plan { get; init; }

    public required string NeighbourhoodId { get; init; }

    public required string ThemeId { get; init; }

    /// <summary>Expected number of people who take part.</summary>
    public required int Participants { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required IReadOnlyList<CostLine> Costs { get; init; }

    public required Euro Asked { get; init; }

    /// <summary>The sum of the cost lines.</summary>
    public Euro TotalCosts => Costs.Aggregate(Euro.Zero, (sum, line) => sum + line.Amount);
}

/// <summary>One line of the budget of the plan.</summary>
/// <param name="Description">What is paid for.</param>
/// <param name="Amount">Expected costs.</param>
public sealed record CostLine(string Description, Euro Amount);
