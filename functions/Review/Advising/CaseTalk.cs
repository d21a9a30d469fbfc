using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review.Advising;

/// <summary>The notes about a case and the advice that was asked, oldest first.</summary>
public sealed record CaseTalk(IReadOnlyList<Note> Notes, IReadOnlyList<Advice> Advices)
{
    /// <summary>Nothing was said.</summary>
    public static CaseTalk None { get; } = new([], []);

    /// <summary>
    /// What somebody may read of it. As long as votes are sealed, members read only what they wrote themselves, and what was asked from the seat
    /// that they have now: what another one notes or asks gives away how they think.
    /// </summary>
    /// <param name="person">Who reads (<see cref="Actor"/>).</param>
    /// <param name="initiative">The case.</param>
    public CaseTalk SeenBy(Actor person, Initiative initiative)
    {
        var isSealed = initiative is { IsSealed: true, Panel.Seats.Count: > 1 };
        return isSealed && person != Actor.Coordinator
            ? new CaseTalk([.. Notes.Where(note => note.By == person)], [.. Advices.Where(advice => advice.AskedBy == person || initiative.Panel.HolderOf(advice.AskedBy) == person)])
            : this;
    }
}
