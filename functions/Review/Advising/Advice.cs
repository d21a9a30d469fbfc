using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Review.Advising;

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
    /// Whom the answer is for: who asked, or whoever has that seat now. Who asked and then turned out to be involved reads nothing of the case any
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
