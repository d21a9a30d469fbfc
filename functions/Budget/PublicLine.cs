using System.Diagnostics;
using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>The line as anybody may see it: what the published events come to, without references or names.</summary>
/// <param name="Places">The places, best rank first; those that have no rank any more by the moment on which they were complete.</param>
/// <param name="Ceiling">The ceiling of now; null as long as there is none.</param>
/// <param name="Hash">Hash of the last event; null as long as there is none.</param>
public sealed record PublicLine(IReadOnlyList<PublicPlace> Places, Euro? Ceiling, string? Hash)
{
    /// <summary>Works it out.</summary>
    /// <param name="events">All events, oldest first.</param>
    /// <param name="ranked">Numbers of the places that have a rank, best first; 0 for one without a number.</param>
    public static PublicLine Of(IReadOnlyList<LineEvent> events, IReadOnlyList<int> ranked)
    {
        var places = new Dictionary<int, PublicPlace>();
        foreach (var happened in events)
        {
            if (happened.Place is { } number)
            {
                places[number] = places.GetValueOrDefault(number, new PublicPlace(number, null, null, Euro.Zero, PlaceState.Undecided)).After(happened);
            }
        }

        // Who waited before there were places has a rank and no number yet.
        var ranks = ranked.Index().Where(one => one.Item > 0).ToDictionary(one => one.Item, one => one.Index + 1);
        return new PublicLine(
            [.. places.Values
                .Select(place => place with { Rank = ranks.TryGetValue(place.Number, out var rank) ? rank : null })
                .OrderBy(place => place.Rank ?? int.MaxValue)
                .ThenBy(place => place.CompleteAt ?? DateTimeOffset.MaxValue)
                .ThenBy(place => place.Number)],
            events.LastOrDefault(happened => happened.Kind is LineEventKind.Opened or LineEventKind.Ceiling)?.Amount,
            events is [.., var last] ? last.Hash : null);
    }
}

/// <summary>A place in the public line.</summary>
/// <param name="Number">Counts who joined, from 1.</param>
/// <param name="Rank">Its number among those who wait for a decision or for money; null for others.</param>
/// <param name="CompleteAt">The moment that ranks; null while something is missing.</param>
/// <param name="Amount">What is asked, set apart or granted.</param>
/// <param name="State">How it stands.</param>
public sealed record PublicPlace(int Number, int? Rank, DateTimeOffset? CompleteAt, Euro Amount, PlaceState State)
{
    /// <summary>The place after an event.</summary>
    public PublicPlace After(LineEvent happened) => happened.Kind switch
    {
        LineEventKind.Joined => this with { CompleteAt = happened.CompleteAt, Amount = happened.Amount ?? Amount },
        LineEventKind.Incomplete => this with { CompleteAt = null, State = PlaceState.Incomplete },
        LineEventKind.Completed => this with { CompleteAt = happened.CompleteAt, State = PlaceState.Undecided },
        LineEventKind.Waits => this with { State = PlaceState.Waiting, Amount = happened.Amount ?? Amount },
        LineEventKind.Reserved or LineEventKind.PartAccepted => this with { State = PlaceState.Served, Amount = happened.Amount ?? Amount },
        LineEventKind.PartOffered => this with { State = PlaceState.Offered },
        LineEventKind.PartDeclined => this with { State = PlaceState.Waiting },
        LineEventKind.Granted or LineEventKind.Settled => this with { State = PlaceState.Granted, Amount = happened.Amount ?? Amount },
        LineEventKind.Left => this with { State = PlaceState.Gone },
        LineEventKind.Opened or LineEventKind.Ceiling => this,
        _ => throw new UnreachableException(),
    };
}
