using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Review;

/// <summary>Input of the steps of one review round.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Round">Counted from 1.</param>
/// <param name="Kind">What the round is for.</param>
/// <param name="Terms">How long each wait lasts.</param>
/// <param name="Limits">How often things may be repeated.</param>
/// <param name="Bands">Mandate bands of the case.</param>
public sealed record ReviewRoundCase(
    string InitiativeId, int Round, RoundKind Kind, PolicyTerms Terms, Limits Limits, IReadOnlyList<Band> Bands)
{
    /// <summary>The round with which the review of a case begins.</summary>
    public static ReviewRoundCase First(InitiativeCase initiative) =>
        new(initiative.Id, 1, RoundKind.Review, initiative.Rules.Terms, initiative.Rules.Limits, initiative.Rules.Bands);

    /// <summary>The round after this one.</summary>
    public ReviewRoundCase Next(RoundKind kind) => this with { Round = Round + 1, Kind = kind };
}

/// <summary>The members of the panel were invited.</summary>
/// <param name="HandOvers">How many places changed hands before that (<see cref="Panel.HandOversIn"/>).</param>
/// <param name="Nudges">When to remind whom, in order; after the last one the round ends undecided.</param>
public sealed record ReviewersInvited(int HandOvers, IReadOnlyList<Nudge> Nudges);
