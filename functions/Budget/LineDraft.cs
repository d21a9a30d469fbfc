using Initiatiefloket.Money;

namespace Initiatiefloket.Budget;

/// <summary>What a change of a pot does to its line: places that change, and the events that tell of it, chained to those before.</summary>
internal sealed class LineDraft
{
    private readonly LineHead _before;
    private readonly DateTimeOffset _now;
    private readonly List<LineEvent> _events = [];
    private readonly Dictionary<string, LinePlace> _places = [];

    /// <summary>A draft without changes.</summary>
    /// <param name="head">The line's head as it is.</param>
    /// <param name="now">The moment of what happens.</param>
    public LineDraft(LineHead head, DateTimeOffset now) => (_before, _now, Head) = (head, now, head);

    /// <summary>The line's head as it becomes.</summary>
    public LineHead Head { get; private set; }

    /// <summary>The places that change.</summary>
    public IReadOnlyCollection<LinePlace> Places => _places.Values;

    /// <summary>What happened.</summary>
    public IReadOnlyList<LineEvent> Events => _events;

    /// <summary>Whether there is anything to store.</summary>
    public bool IsEmpty => _events.Count == 0 && ReferenceEquals(Head, _before);

    /// <summary>Changes the head without an event.</summary>
    public void Change(Func<LineHead, LineHead> change) => Head = change(Head);

    /// <summary>Counts a part that is offered (1) or no longer is (-1).</summary>
    public void CountPart(int change) => Change(head => head with { PartsOffered = head.PartsOffered + change });

    /// <summary>Changes a place and tells of it; one without a number joins first.</summary>
    public LinePlace Put(LinePlace place, LineEventKind kind, Euro? amount = null)
    {
        var numbered = place.Number > 0 ? place : Join(place);
        if (place.Number > 0 || kind != LineEventKind.Joined)
        {
            Tell(kind, numbered, amount);
        }

        _places[numbered.InitiativeId] = numbered;
        return numbered;
    }

    /// <summary>Tells of something about the pot, or a place as it stands.</summary>
    public void Tell(LineEventKind kind, LinePlace? place = null, Euro? amount = null)
    {
        var happened = new LineEvent
        {
            Number = Head.Events + 1,
            At = _now,
            Kind = kind,
            Place = place?.Number,
            Amount = amount,
            CompleteAt = kind is LineEventKind.Joined or LineEventKind.Completed ? place?.RanksAt : null,
            SeedHash = kind == LineEventKind.Opened ? Head.SeedHash : null,
        }.After(Head.Hash);
        _events.Add(happened);
        Head = Head with { Events = happened.Number, Hash = happened.Hash };
    }

    private LinePlace Join(LinePlace place)
    {
        Head = Head with { Joined = Head.Joined + 1 };
        var joined = place with { Number = Head.Joined, FromCeiling = Math.Max(0, Head.Ceilings.Count - 1) };
        Tell(LineEventKind.Joined, joined, joined.Amount);
        return joined;
    }
}
