using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>Decides what steps do to the line of a pot. What it reads holds as long as the balance in the snapshot does.</summary>
internal sealed class LineDecisions(IPotRows rows, TimeProvider time)
{
    /// <summary>A draft of what a change does to the line; the first one ever draws the seed.</summary>
    public LineDraft Begin(PotSnapshot before)
    {
        if (before.Line is { } head)
        {
            return new LineDraft(head, time.GetUtcNow());
        }

        var draft = new LineDraft(LineHead.Draw(), time.GetUtcNow());
        draft.Tell(LineEventKind.Opened, amount: before.Balance.Total);
        return draft;
    }

    /// <summary>The line as it stands, with places for those who waited before there were any.</summary>
    public async Task<Line> ReadAsync(PotSnapshot before, LineHead head, CancellationToken cancellation)
    {
        var places = await rows.ListOpenPlacesAsync(before.Balance.Year, cancellation);
        if (before.Waiting > places.Count(place => place.State == PlaceState.Waiting))
        {
            var waiting = await rows.ListWaitingAsync(before.Balance.Year, cancellation);
            places.AddRange(waiting.ExceptBy(places.Select(place => place.InitiativeId), asked => asked.InitiativeId).Select(OfWaiting));
        }

        return new Line(before.Balance, head, places);
    }

    /// <summary>The place of an initiative; null when it has none.</summary>
    public Task<LinePlace?> FindAsync(int year, string initiativeId, CancellationToken cancellation) => rows.FindPlaceAsync(year, initiativeId, cancellation);

    /// <summary>Gives an application its place, or brings a place on which nobody decided to what is known by now.</summary>
    public async Task<PotDecision<LinePlace>> FollowAsync(PotSnapshot before, PlaceWanted wanted, CancellationToken cancellation)
    {
        var place = await FindAsync(before.Balance.Year, wanted.InitiativeId, cancellation);
        if (place is { State: not (PlaceState.Undecided or PlaceState.Incomplete) } || (place is null && wanted.CompleteAt is null))
        {
            return new(place ?? OfWanted(wanted));
        }

        var followed = (place ?? OfWanted(wanted)) with
        {
            CompleteAt = wanted.CompleteAt,
            State = wanted.CompleteAt is null ? PlaceState.Incomplete : PlaceState.Undecided,
        };
        if (followed == place)
        {
            return new(place);
        }

        var draft = Begin(before);
        var kind = place is null ? LineEventKind.Joined : followed.State == PlaceState.Incomplete ? LineEventKind.Incomplete : LineEventKind.Completed;
        var stored = draft.Put(followed, kind);
        return new(stored, new PotChange(before, before.Balance, []) { Line = draft });
    }

    /// <summary>The place of who asks for money now.</summary>
    public async Task<LinePlace> ForAsync(int year, MoneyAsked asked, Line line, CancellationToken cancellation)
    {
        var place = line.Ranked.FirstOrDefault(other => other.InitiativeId == asked.InitiativeId)
            ?? await FindAsync(year, asked.InitiativeId, cancellation)
            ?? OfWaiting(asked);
        return place with { Amount = asked.Amount, CompleteAt = place.CompleteAt ?? asked.ReceivedAt, State = PlaceState.Undecided };
    }

    private static LinePlace OfWaiting(MoneyAsked asked) => new()
    {
        Number = 0,
        InitiativeId = asked.InitiativeId,
        Amount = asked.Amount,
        ReceivedAt = asked.ReceivedAt,
        CompleteAt = asked.ReceivedAt,
        State = PlaceState.Waiting,
    };

    private static LinePlace OfWanted(PlaceWanted wanted) => new()
    {
        Number = 0,
        InitiativeId = wanted.InitiativeId,
        Amount = wanted.Amount,
        ReceivedAt = wanted.ReceivedAt,
        CompleteAt = wanted.CompleteAt,
        ByDay = wanted.ByDay,
        State = PlaceState.Undecided,
    };
}

/// <summary>An application that is to have a place in the line.</summary>
/// <param name="InitiativeId">Which.</param>
/// <param name="Amount">What it asks.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="CompleteAt">From when on it is complete; null as long as it is not.</param>
/// <param name="ByDay">True for one on paper.</param>
public sealed record PlaceWanted(string InitiativeId, Euro Amount, DateTimeOffset ReceivedAt, DateTimeOffset? CompleteAt, bool ByDay = false);
