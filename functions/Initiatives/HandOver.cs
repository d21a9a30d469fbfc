using System.Text.Json.Serialization;

namespace Initiatiefloket.Initiatives;

/// <summary>Somebody takes another one's place on the panel.</summary>
/// <param name="Round">The review round in which it happens.</param>
/// <param name="From">Whose place it was (<see cref="Initiatives.Actor"/>).</param>
/// <param name="To">Whose place it is now: a reviewer or the coordinator.</param>
/// <param name="Why">The reason.</param>
/// <param name="At">When.</param>
/// <param name="By">Who saw to it.</param>
public sealed record HandOver(int Round, Actor From, Actor To, HandOverReason Why, DateTimeOffset At, Actor By)
{
    /// <summary>What the one who gave it up said about it; null when nothing.</summary>
    public string? Words { get; init; }

    /// <summary>True when it is one of several places that go at once, of all of which their new holders read in one mail.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>How the audit trail notes it.</summary>
    [JsonIgnore]
    public string Note => $"{Why}: {From} > {To}";

    /// <summary>The change by which somebody gave up their place last, and who has it after all changes; null when they gave up none.</summary>
    /// <param name="person">Who had the place.</param>
    /// <param name="changes">Changes of the panel, oldest first.</param>
    public static (HandOver GivenUp, Actor Holder)? Trace(Actor person, IEnumerable<HandOver> changes)
    {
        var all = changes.ToList();
        var start = all.FindLastIndex(change => change.From == person);
        return start < 0 ? null : (all[start], all.Skip(start).Aggregate(person, (at, change) => change.From == at ? change.To : at));
    }
}

/// <summary>Why a place on the panel changes hands.</summary>
public enum HandOverReason
{
    /// <summary>The reviewer is involved in the initiative (Awb 2:4).</summary>
    Conflict,

    /// <summary>The reviewer is away.</summary>
    Absence,

    /// <summary>The coordinator wants it so.</summary>
    Coordinator,

    /// <summary>The reviewer let all reminders pass.</summary>
    Silence,

    /// <summary>The reviewer gave it to a colleague.</summary>
    PassedOn,
}

/// <summary>Who may look at a case behind a link to decide on it.</summary>
public static class ReviewAccess
{
    extension(Initiative initiative)
    {
        /// <summary>False for whoever is involved in the initiative: their link still opens, but does not show the case any more (Awb 2:4).</summary>
        public bool MaySeeCase(Actor person) => !initiative.Panel.Involved.Contains(person);

        /// <summary>
        /// Whether somebody had a place and has none now, nor may decide: they read what they wrote themselves, and nothing that came after. Not the coordinator, who
        /// sees every case at the desk.
        /// </summary>
        public bool IsFormerMember(Actor person) =>
            person != Actor.Coordinator
            && !initiative.Panel.Seats.Contains(person)
            && !initiative.AcceptsVoteOf(person, initiative.Round)
            && initiative.Panel.HandOvers.Any(change => change.From == person);

        /// <summary>Whether somebody may read a case behind a link to decide on it: not who is involved, nor who gave up their place.</summary>
        public bool MayReadCase(Actor person) => initiative.MaySeeCase(person) && !initiative.IsFormerMember(person);

        /// <summary>True when the round of a link is over, and the round of now waits for the vote of this person.</summary>
        public bool IsOpenInLaterRound(Actor person, int round) =>
            round < initiative.Round && initiative.AcceptsVoteOf(person, initiative.Round);
    }
}
