using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Reviewers;

/// <summary>What the overview of a reviewer or the coordinator shows.</summary>
public sealed record OverviewView
{
    /// <summary>How many cases that were noted as over stand on one page.</summary>
    public const int EndedAtOnce = 20;

    /// <summary>Whose overview (<see cref="Actor"/>).</summary>
    public required Actor Person { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The token in the address.</summary>
    public required string Token { get; init; }

    /// <summary>What still runs, fewest days left first.</summary>
    public required IReadOnlyList<OverviewItem> Open { get; init; }

    /// <summary>The newest of what is over.</summary>
    public required EndedCases Ended { get; init; }

    /// <summary>The absences that this person may see: their own, or for the coordinator all.</summary>
    public required IReadOnlyList<Absence> Absences { get; init; }

    /// <summary>The register.</summary>
    public required IReadOnlyList<Reviewer> Reviewers { get; init; }

    /// <summary>The day in town.</summary>
    public required DateOnly Today { get; init; }

    public bool IsCoordinator => Person == Actor.Coordinator;

    /// <summary>Id of the reviewer whose overview it is; null for the coordinator, and for who left the register.</summary>
    public string? OwnId => Reviewers.FirstOrDefault(reviewer => Actor.Reviewer(reviewer.Id) == Person)?.Id;

    /// <summary>Whether this person can say who is away.</summary>
    public bool MayEnterAbsence => IsCoordinator || OwnId is not null;

    /// <summary>Address of the page.</summary>
    public string Address => LinkPaths.AddressOf(LinkPurpose.Overview, Token);
}
