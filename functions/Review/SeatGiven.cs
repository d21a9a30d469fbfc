using System.Diagnostics;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>Who decides in place of somebody who gave up a seat.</summary>
/// <param name="Name">Who decides now.</param>
/// <param name="Why">Why the seat changed hands.</param>
public sealed record SeatGiven(string Name, HandOverReason Why)
{
    /// <summary>Where the seat is that somebody had in a round, also when it was handed on since; null when they had none.</summary>
    internal static SeatGiven? By(Actor person, int round, Panel panel, Func<Actor, string> nameOf) =>
        HandOver.Trace(person, panel.HandOvers.Where(change => change.Round == round)) is var (givenUp, holder)
            // Also when they said so after the seat had gone for another reason.
            ? new SeatGiven(nameOf(holder), panel.Involved.Contains(person) ? HandOverReason.Conflict : givenUp.Why)
            : null;

    /// <summary>The reason, as the end of a sentence to the person who gave up the seat.</summary>
    public string Because => Why switch
    {
        HandOverReason.Conflict => "omdat u betrokken bent bij dit initiatief",
        HandOverReason.Absence => "omdat u afwezig bent",
        HandOverReason.Silence => "omdat u niet op tijd heeft beslist",
        HandOverReason.Coordinator => "omdat de coördinator dat zo heeft geregeld",
        _ => throw new UnreachableException(),
    };
}
