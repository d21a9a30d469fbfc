using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Council.Digests;

/// <summary>What a council member wants of the digest.</summary>
/// <param name="Timing">When.</param>
public sealed record DigestWish(DigestTiming Timing)
{
    /// <summary>Ids of the themes that it is about; empty for all.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Ids of the parts of town that it is about; empty for all.</summary>
    public IReadOnlyList<string> Neighbourhoods { get; init; } = [];

    /// <summary>Whether it comes in a recess too.</summary>
    public bool AlsoInRecess { get; init; }

    /// <summary>Whether a case is what this member wants to read about.</summary>
    public bool IsAbout(Initiative initiative) =>
        (Themes.Count == 0 || Themes.Contains(initiative.ThemeId))
        && (Neighbourhoods.Count == 0 || Neighbourhoods.Contains(initiative.NeighbourhoodId));
}

/// <summary>What is remembered of a council member, so that each digest comes when they want it, and once.</summary>
/// <param name="HandledAt">Until when every moment of a digest was handled: it was sent, or there was nothing to tell, or another choice was made.</param>
public sealed record DigestReader(DateTimeOffset HandledAt)
{
    /// <summary>What they chose; null for what the policy says.</summary>
    public DigestWish? Wish { get; init; }

    /// <summary>Day on which the mail service refused their digest last; null once one was taken.</summary>
    public DateOnly? RefusedOn { get; init; }

    /// <summary>A day on which they were on the council, at most a month before the last one.</summary>
    public DateOnly SeenOn { get; init; }

    /// <summary>What holds for them.</summary>
    public DigestWish WishOr(DigestTiming usual) => Wish ?? new DigestWish(usual);
}
