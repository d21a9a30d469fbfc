using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review.Advising;

/// <summary>The notes about a case and the advice that was asked, oldest first.</summary>
public sealed record CaseTalk(IReadOnlyList<Note> Notes, IReadOnlyList<Advice> Advices)
{
    /// <summary>True when nothing was said.</summary>
    public bool IsEmpty => Notes.Count + Advices.Count == 0;

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

/// <summary>A note of somebody who decides, for colleagues on the case; the applicant does not read it.</summary>
/// <param name="By">Who wrote it (<see cref="Initiatives.Actor"/>).</param>
/// <param name="At">When.</param>
/// <param name="Text">What it says.</param>
public sealed record Note(Actor By, DateTimeOffset At, string Text)
{
    /// <summary>Longest note.</summary>
    public const int LongestText = 2000;
}

/// <summary>What somebody who decides asks a colleague, and what that one says. It decides nothing, and tells nothing of the decision.</summary>
/// <param name="Number">Counted from 1 within the case.</param>
/// <param name="AskedBy">Who asks (<see cref="Actor"/>).</param>
/// <param name="Of">Who is asked.</param>
/// <param name="Question">What is asked.</param>
/// <param name="AskedAt">When.</param>
public sealed record Advice(int Number, Actor AskedBy, Actor Of, string Question, DateTimeOffset AskedAt)
{
    /// <summary>How often advice can be asked about one case.</summary>
    public const int Most = 10;

    /// <summary>Longest question and longest answer.</summary>
    public const int LongestText = 3000;

    /// <summary>What the colleague says; null as long as nothing.</summary>
    public string? Answer { get; init; }

    /// <summary>True when the colleague gives none because they are involved in the initiative (Awb 2:4).</summary>
    public bool IsInvolved { get; init; }

    /// <summary>
    /// Whom the answer is for: who asked, or who has that seat now. Who asked and then turned out to be involved reads nothing of the case any
    /// more (Awb 2:4): it is for those who decide now.
    /// </summary>
    /// <param name="initiative">The case.</param>
    public IReadOnlyList<Actor> ReadersIn(Initiative initiative) =>
        [.. DecidersIn(initiative).Where(person => person != Of && initiative.MaySeeCase(person))];

    /// <summary>When they answered, or said that they are involved.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    private IEnumerable<Actor> DecidersIn(Initiative initiative) => initiative.Panel.HolderOf(AskedBy) switch
    {
        _ when !initiative.MaySeeCase(AskedBy) => initiative.AcceptsVerdict(initiative.Round) ? initiative.Panel.SilentIn(initiative.Round) : [],
        null => [AskedBy],

        // Who was silent may still decide as long as the deputy did not.
        var holder when holder != AskedBy && initiative.AcceptsVoteOf(AskedBy, initiative.Round) => [AskedBy, holder],
        var holder => [holder],
    };
}
