using Initiatiefloket.Money;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Budget;

/// <summary>
/// The line for the money of a pot: who ranks where, and what each can get (Awb 4:25, 4:26). Pure. Nobody gets money that somebody ranked better, on whom nobody
/// decided or who waits, could get.
/// </summary>
public sealed class Line
{
    private readonly PotBalance _pot;
    private readonly LineHead _head;

    /// <summary>A line as it stands.</summary>
    /// <param name="pot">What the pot has.</param>
    /// <param name="head">Seed, ceilings and rule.</param>
    /// <param name="places">The places, in any order; those that have no rank are left out.</param>
    public Line(PotBalance pot, LineHead head, IEnumerable<LinePlace> places)
    {
        _pot = pot;
        _head = head;
        Ranked = [.. places
            .Where(place => place is { IsOpen: true, RanksAt: not null })
            .OrderBy(place => place.RanksAt)
            .ThenBy(place => head.LotOf(place.InitiativeId), StringComparer.Ordinal)];
    }

    /// <summary>Those who are complete and have no money yet, first come first.</summary>
    public IReadOnlyList<LinePlace> Ranked { get; }

    /// <summary>What each can get at most, when those who rank better get what they need first.</summary>
    public IEnumerable<(LinePlace Place, Euro Room)> Rooms()
    {
        // Ceilings differ where one was lowered (Awb 4:27): who may go by a higher one takes nothing from somebody ranked better who goes by a lower one.
        var (taken, most, isBlocked) = (_pot.Total - _pot.Available, _pot.Total, false);
        foreach (var place in Ranked)
        {
            var ceiling = _head.CeilingFor(place, _pot.Total);
            var limit = ceiling < most ? ceiling : most;
            var room = isBlocked ? Euro.Zero : Euro.Max(Euro.Zero, limit - taken);
            yield return (place, room);
            if (place.Needed <= room)
            {
                taken += place.Needed;
                most = limit;
            }
            else
            {
                isBlocked |= _head.Rule == DivisionRule.Strict && !place.WantsAllOrNothing;
            }
        }
    }

    /// <summary>What somebody in the line can get at most.</summary>
    public Euro RoomFor(string initiativeId) => Rooms().FirstOrDefault(one => one.Place.InitiativeId == initiativeId).Room;

    /// <summary>Those who rank better than somebody in the line.</summary>
    public IReadOnlyList<LinePlace> AheadOf(string initiativeId) => [.. Ranked.TakeWhile(place => place.InitiativeId != initiativeId)];

    /// <summary>Who is next to get money, and how much: all that was approved, or where the pot offers parts a part. Null when nobody is.</summary>
    public LineOffer? Next()
    {
        foreach (var (place, room) in Rooms().Where(one => one.Place.State == PlaceState.Waiting))
        {
            if (place.Amount <= room)
            {
                return new LineOffer(place, place.Amount);
            }

            if (_head.AtLeast is { } percent && !place.WantsAllOrNothing && room > Euro.Zero && room >= PartialOffers.LeastOf(place.Amount, percent))
            {
                return new LineOffer(place, room);
            }
        }

        return null;
    }

    /// <summary>Where somebody stands.</summary>
    public LineStanding StandingOf(LinePlace place)
    {
        var isRanked = Ranked.Any(other => other.InitiativeId == place.InitiativeId);
        var ahead = isRanked ? AheadOf(place.InitiativeId) : [];
        return new LineStanding(
            place,
            isRanked ? ahead.Count + 1 : null,
            ahead.Count,
            Euro.Sum(ahead.Select(other => other.Needed)),
            _head.CeilingFor(place, _pot.Total),
            _pot.Total - _pot.Available,
            isRanked ? RoomFor(place.InitiativeId) : Euro.Zero);
    }
}

/// <summary>Money that goes to the next in the line.</summary>
/// <param name="Place">Whose.</param>
/// <param name="Amount">How much.</param>
public sealed record LineOffer(LinePlace Place, Euro Amount)
{
    /// <summary>Whether it is less than what was approved.</summary>
    public bool IsPart => Amount < Place.Amount;
}
