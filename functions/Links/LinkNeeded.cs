using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Links;

/// <summary>A link that somebody lost and still needs.</summary>
/// <param name="Initiative">What it is about, as it stands now.</param>
/// <param name="Link">What the link is good for, and for whom.</param>
public sealed record LinkNeeded(Initiative Initiative, LinkHeld Link);

/// <summary>The links behind an e-mail address.</summary>
/// <param name="To">Whose address it is; null when nobody's.</param>
/// <param name="Links">What they need, newest initiative first.</param>
public sealed record LinksFound(Recipient? To, IReadOnlyList<LinkNeeded> Links)
{
    /// <summary>The reviewers and the coordinator at this address (<see cref="Actor"/>), who each have an overview of all their cases.</summary>
    public IReadOnlyList<Actor> Overviews { get; init; } = [];
}
