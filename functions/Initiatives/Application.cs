using Initiatiefloket.Money;

namespace Initiatiefloket.Initiatives;

/// <summary>What the applicant wrote, as sent. What the law does not ask for may be missing; the reviewer sees that as <see cref="Gaps"/>.</summary>
public sealed record Application
{
    public required string Title { get; init; }

    /// <summary>What it is and why it is needed.</summary>
    public required string Plan { get; init; }

    public required string NeighbourhoodId { get; init; }

    public required string ThemeId { get; init; }

    /// <summary>The place in the neighbourhood: a square, a building.</summary>
    public string? Place { get; init; }

    /// <summary>Whom it is for and what gets better for them.</summary>
    public string? ForWhom { get; init; }

    /// <summary>Expected number of people who take part.</summary>
    public int? Participants { get; init; }

    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day; null for something of one day or without an end.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Who helps, and how.</summary>
    public string? Partners { get; init; }

    public required IReadOnlyList<CostLine> Costs { get; init; }

    /// <summary>What the applicants pay themselves.</summary>
    public Euro OwnMoney { get; init; }

    /// <summary>What comes from others, such as a sponsor or an entrance fee.</summary>
    public Euro OtherMoney { get; init; }

    public required Euro Asked { get; init; }

    /// <summary>Id of the form that it was written in, under which documents stood until it was sent; null when there was no such form.</summary>
    public string? FormId { get; init; }

    /// <summary>The sum of the cost lines.</summary>
    public Euro TotalCosts => Euro.Sum(Costs.Select(line => line.Amount));

    /// <summary>What the reviewer needs and the applicant left open.</summary>
    public IReadOnlyList<Gap> Gaps => [.. GapsOf(this)];

    private static IEnumerable<Gap> GapsOf(Application application)
    {
        if (application.ForWhom is null)
        {
            yield return Gap.ForWhom;
        }

        if (application.Participants is null)
        {
            yield return Gap.Participants;
        }

        if (application.StartsOn is null)
        {
            yield return Gap.StartsOn;
        }

        if (application.Partners is null)
        {
            yield return Gap.Partners;
        }

        if (application.Costs.Count == 0)
        {
            yield return Gap.Costs;
        }
    }
}

/// <summary>What may be missing when an application is sent.</summary>
public enum Gap
{
    ForWhom,
    Participants,
    StartsOn,
    Partners,
    Costs,
}

/// <summary>One line of the budget of the plan.</summary>
/// <param name="Description">What is paid for.</param>
/// <param name="Amount">Expected costs.</param>
public sealed record CostLine(string Description, Euro Amount);
