using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Links;

/// <summary>What a personal link gives access to.</summary>
/// <param name="Purpose">The one thing it is good for.</param>
/// <param name="InitiativeId">The initiative it is about, or <see cref="NoInitiative"/>.</param>
/// <param name="Person">Whom it was sent to (<see cref="Actor"/>).</param>
/// <param name="Round">The review round it belongs to; 0 where rounds do not matter. It dies with its round.</param>
/// <param name="ExpiresAt">Moment after which it only leads to a page that says so.</param>
public sealed record Link(LinkPurpose Purpose, string InitiativeId, Actor Person, int Round, DateTimeOffset ExpiresAt)
{
    /// <summary>In place of a reference, for a link that is about no initiative in particular.</summary>
    public const string NoInitiative = "-";

    /// <summary>When it was made.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Names the mail that it comes from without giving it away: a link that a page made has that of the link behind which it did. Empty as it is stored for one that was mailed.</summary>
    public string Root { get; init; } = "";

    /// <summary>Key of the address that its holder had then (<see cref="LinkHolders"/>); null for people whom the policy does not name.</summary>
    public string? AddressKey { get; init; }

    /// <summary>
    /// Whether it was mailed to an address of the applicant that was replaced since, in the form or later: whoever reads mail there has no business with it. Apart
    /// from saying that the change itself was wrong: who can say so is at the former address.
    /// </summary>
    public bool WasForFormerAddress(Initiative initiative) =>
        Person == Actor.Applicant && IssuedAt < initiative.AddressSince && Purpose is not (LinkPurpose.ConfirmChange or LinkPurpose.DisownChange);
}

/// <summary>A way back to a form that is not sent yet.</summary>
/// <param name="Token">The token in its address, known only to whoever receives it.</param>
/// <param name="Address">What the mail carries.</param>
public sealed record DraftLink(string Token, Uri Address);

/// <summary>A link that somebody was sent, as far as it is needed to send another one.</summary>
/// <param name="InitiativeId">The initiative it is about.</param>
/// <param name="Person">Whom it was sent to (<see cref="Initiatives.Actor"/>).</param>
/// <param name="Purpose">What it was good for.</param>
public sealed record SentLink(string InitiativeId, Actor Person, LinkPurpose Purpose);

/// <summary>A link that somebody lost and still needs.</summary>
/// <param name="Initiative">What it is about, as it stands now.</param>
/// <param name="Link">What the link is good for, and for whom.</param>
public sealed record LostLink(Initiative Initiative, SentLink Link);

/// <summary>The links behind an e-mail address.</summary>
/// <param name="To">Whose address it is; null when nobody's.</param>
/// <param name="Links">What they need, newest initiative first.</param>
public sealed record LinksFound(Recipient? To, IReadOnlyList<LostLink> Links)
{
    /// <summary>The reviewers, the coordinator and the council members at this address (<see cref="Actor"/>), who each have an overview of all their cases.</summary>
    public IReadOnlyList<Actor> Overviews { get; init; } = [];
}
