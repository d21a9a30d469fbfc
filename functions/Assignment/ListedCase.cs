using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Assignment;

/// <summary>What a case is to somebody on whose list it is. Pure.</summary>
public static class ListedCase
{
    /// <summary>Whether it waits for the vote of this person, as a member of the panel.</summary>
    public static bool Awaits(Initiative initiative, Actor person) =>
        initiative.Panel.Seats.Contains(person) && initiative.AcceptsVoteOf(person, initiative.Round);

    /// <summary>Why it is over for this person; null when it is not.</summary>
    public static CaseOver? EndFor(Initiative initiative, Actor person)
    {
        // Whoever gave up their place hears nothing of how it goes on.
        if (initiative.IsFormerMember(person) && LastGivenBy(initiative, person) is { } givenUp)
        {
            return new CaseOver.HandedOver(givenUp);
        }

        // Until somebody decides it stays with the coordinator, on top.
        if (person == Actor.Coordinator && initiative.State == InitiativeState.LeftToDesk)
        {
            return null;
        }

        if (initiative.IsClosed)
        {
            return new CaseOver.Closed();
        }

        // Who is involved takes no part any more, whatever they did before they said so.
        var takesPart = person == Actor.Coordinator
            || initiative.Panel.Seats.Contains(person)
            || (HasVoted(initiative, person) && initiative.MaySeeCase(person));

        // Who was silent may still decide as long as the deputy did not.
        return takesPart || initiative.AcceptsVoteOf(person, initiative.Round) || LastGivenBy(initiative, person) is not { } given
            ? null
            : new CaseOver.HandedOver(given);
    }

    /// <summary>Whether this person can open it from their list. For the coordinator it opens at the desk, where they see to it that somebody decides.</summary>
    public static bool MayOpen(Initiative initiative, Actor person) => person == Actor.Coordinator || initiative.MaySeeCase(person);

    /// <summary>Whether this is an event with which a case closes.</summary>
    public static bool Ends(InitiativeEventKind kind) => kind is InitiativeEventKind.Granted or InitiativeEventKind.Rejected
        or InitiativeEventKind.SetAside or InitiativeEventKind.Withdrawn or InitiativeEventKind.LeftToDesk;

    private static HandOver? LastGivenBy(Initiative initiative, Actor person) =>
        initiative.Panel.HandOvers.LastOrDefault(change => change.From == person);

    private static bool HasVoted(Initiative initiative, Actor person) =>
        initiative.Verdicts.Concat(initiative.Panel.Votes).Any(vote => vote.By == person);
}

/// <summary>Why a case is over for somebody on whose list it is.</summary>
public abstract record CaseOver
{
    private CaseOver()
    {
    }

    /// <summary>The case is closed.</summary>
    public sealed record Closed : CaseOver;

    /// <summary>Somebody else took their place, and they voted in no round or are involved.</summary>
    public sealed record HandedOver(HandOver Change) : CaseOver;
}
