using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review;

/// <summary>What one person sees of a panel. Pure.</summary>
public sealed record PanelView
{
    /// <summary>What the round is for.</summary>
    public RoundKind Kind { get; init; }

    /// <summary>Names of the others who decide in this round.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Names of those who still have to vote.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>True for the coordinator who decides in place of the members.</summary>
    public bool IsInPlaceOfAll { get; init; }

    /// <summary>True as long as the votes of the others are kept from this person.</summary>
    public bool IsSealed { get; init; }

    /// <summary>The votes that may be seen, by round, oldest first.</summary>
    public IReadOnlyList<IReadOnlyList<PanelVote>> Rounds { get; init; } = [];

    /// <summary>Who decides now in place of this person, and why; null when nobody does.</summary>
    public Successor? Successor { get; init; }

    /// <summary>The panel of a round as somebody sees it.</summary>
    /// <param name="initiative">The case as it stands.</param>
    /// <param name="person">Who looks (<see cref="Actor"/>).</param>
    /// <param name="round">The round of their link.</param>
    /// <param name="nameOf">Gives people's names.</param>
    public static PanelView Of(Initiative initiative, Actor person, int round, Func<Actor, string> nameOf)
    {
        var panel = initiative.Panel;
        var isOpen = initiative.AcceptsVerdict(round);
        var isMember = initiative.Round == round && panel.Seats.Contains(person);
        var takesPart = isMember || person == Actor.Coordinator || panel.VoteOf(person, round) is not null;
        var isSealed = initiative.IsSealed && (!isOpen || panel.VoteOf(person, round) is null);
        return new PanelView
        {
            Kind = initiative.Round == round ? panel.Kind : RoundKind.Review,
            Others = isMember ? [.. panel.Seats.Where(seat => seat != person).Select(nameOf)] : [],
            Silent = isOpen ? [.. panel.SilentIn(round).Select(nameOf)] : [],
            IsInPlaceOfAll = isOpen && person == Actor.Coordinator && !panel.IsCoordinatorsOwn,
            IsSealed = isSealed,
            Rounds = takesPart ? VotesSeen(panel.Votes.Where(vote => vote.Round <= round && (!isSealed || vote.By == person)), person, nameOf) : [],
            Successor = takesPart ? null : Successor.By(person, round, panel, nameOf),
        };
    }

    private static IReadOnlyList<PanelVote>[] VotesSeen(IEnumerable<Verdict> seen, Actor person, Func<Actor, string> nameOf) =>
    [
        .. seen
            .GroupBy(vote => vote.Round)
            .OrderBy(votes => votes.Key)
            .Select(votes => (IReadOnlyList<PanelVote>)[.. votes.Select(vote => new PanelVote(nameOf(vote.By), vote.By == person, vote))]),
    ];
}

/// <summary>Who decides in place of somebody who gave up a seat.</summary>
/// <param name="Name">Who decides now.</param>
/// <param name="Why">Why the seat changed hands.</param>
/// <param name="GivenUp">The change by which they gave it up last.</param>
public sealed record Successor(string Name, HandOverReason Why, HandOver GivenUp)
{
    /// <summary>Where the seat is that somebody had in a round, also when it was handed on since; null when they had none.</summary>
    internal static Successor? By(Actor person, int round, Panel panel, Func<Actor, string> nameOf) =>
        HandOver.Trace(person, panel.HandOvers.Where(change => change.Round == round)) is var (givenUp, holder)
            // Also when they said so after the seat had gone for another reason.
            ? new Successor(nameOf(holder), panel.Involved.Contains(person) ? HandOverReason.Conflict : givenUp.Why, givenUp)
            : null;
}

/// <summary>A vote as members of the panel see it.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="IsOwn">True for the vote of whoever looks.</param>
/// <param name="Vote">The vote.</param>
public sealed record PanelVote(string Name, bool IsOwn, Verdict Vote);
