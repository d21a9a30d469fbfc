using System.Diagnostics;
using System.Text.Json.Serialization;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Budget;

/// <summary>The place of an application in the line for the money of a pot (Awb 4:26).</summary>
public sealed record LinePlace
{
    /// <summary>Counts who joined the line of this pot, from 1: all that the public line says of who it is.</summary>
    public required int Number { get; init; }

    public required string InitiativeId { get; init; }

    /// <summary>What is asked; once the professional approved, what was approved.</summary>
    public required Euro Amount { get; init; }

    /// <summary>When the application was received: the ceiling of that moment is the least that it is judged by (Awb 4:27).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Index of the ceiling that held when it joined; none before that.</summary>
    public int FromCeiling { get; init; } = int.MaxValue;

    /// <summary>From when on it was complete, which decides the rank; null as long as something that the law asks is missing (Awb 4:5).</summary>
    public DateTimeOffset? CompleteAt { get; init; }

    /// <summary>True for an application on paper, of which only the day is known.</summary>
    public bool ByDay { get; init; }

    public required PlaceState State { get; init; }

    /// <summary>What is set apart while the applicant thinks about a part.</summary>
    public Euro Offered { get; init; }

    /// <summary>Until when the applicant can say yes to that part.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>True for whoever wanted no part, or did not answer: the place stays, and others may pass as long as the whole amount is not there.</summary>
    public bool WantsAllOrNothing { get; init; }

    /// <summary>
    /// The moment that ranks. On paper it is the last one of the day: as late as it can have come in, so that nobody who certainly was earlier loses to it.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? RanksAt => CompleteAt is { } at && ByDay
        ? LocalTime.StartOf(LocalTime.DayOf(at).AddDays(1)).ToUniversalTime().AddTicks(-1)
        : CompleteAt;

    /// <summary>What it still needs from the pot.</summary>
    [JsonIgnore]
    public Euro Needed => Amount - Offered;

    /// <summary>True as long as money may go to it: it has a rank, or gets one when it is complete.</summary>
    [JsonIgnore]
    public bool IsOpen => State switch
    {
        PlaceState.Incomplete or PlaceState.Undecided or PlaceState.Waiting or PlaceState.Offered => true,
        PlaceState.Served or PlaceState.Granted or PlaceState.Gone => false,
        _ => throw new UnreachableException(),
    };
}

/// <summary>How a place in the line stands.</summary>
public enum PlaceState
{
    /// <summary>Asked to complete the application: no place until the answer.</summary>
    Incomplete,

    /// <summary>Nobody decided yet.</summary>
    Undecided,

    /// <summary>Approved, and there is not enough money.</summary>
    Waiting,

    /// <summary>Approved, and a part is set apart until the applicant answers.</summary>
    Offered,

    /// <summary>Approved, and the money is set apart.</summary>
    Served,

    /// <summary>Granted.</summary>
    Granted,

    /// <summary>Left the line: refused, withdrawn or set aside.</summary>
    Gone,
}

/// <summary>Where an application stands in the line.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Rank">Its number among those nobody decided on or who wait for money, from 1; null while it is incomplete or when it got its money.</param>
/// <param name="AheadCount">How many of them rank better.</param>
/// <param name="Ahead">What these still need together.</param>
/// <param name="Ceiling">The ceiling that it is judged by.</param>
/// <param name="Committed">What of it is set apart or granted.</param>
/// <param name="Room">What it can get at most at this moment.</param>
public sealed record LineStanding(LinePlace Place, int? Rank, int AheadCount, Euro Ahead, Euro Ceiling, Euro Committed, Euro Room);
