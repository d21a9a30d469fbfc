using Initiatiefloket.Policies;

namespace Initiatiefloket.Review;

/// <summary>Input of <see cref="ReviewRound"/>.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Round">Counted from 1.</param>
/// <param name="Terms">How long each wait lasts.</param>
/// <param name="Limits">How often things may be repeated.</param>
/// <param name="Bands">Mandate bands of the case.</param>
public sealed record ReviewRoundCase(string InitiativeId, int Round, PolicyTerms Terms, Limits Limits, IReadOnlyList<Band> Bands);

/// <summary>Output of <see cref="ReviewRound"/>: the outcome in an envelope, since a record family cannot be read back bare.</summary>
/// <param name="Outcome">How the round ended.</param>
public sealed record ReviewRoundEnded(ReviewOutcome Outcome);

/// <summary>A round was opened.</summary>
/// <param name="Nudges">When to remind whom, in order; after the last one the round ends undecided.</param>
public sealed record ReviewRoundOpened(IReadOnlyList<Nudge> Nudges);

/// <summary>A reminder of a review round.</summary>
/// <param name="Number">Counted from 1, in its mail's key.</param>
/// <param name="Kind">Who is reminded.</param>
/// <param name="At">When.</param>
public sealed record Nudge(int Number, NudgeKind Kind, DateTimeOffset At);

/// <summary>Who is reminded of a review round.</summary>
public enum NudgeKind
{
    /// <summary>The reviewer, once more.</summary>
    Reviewer,

    /// <summary>The coordinator, who may decide instead.</summary>
    Coordinator,

    /// <summary>Nobody: the wait is over.</summary>
    GiveUp,
}
