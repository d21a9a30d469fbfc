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

    /// <summary>Key of the address that its holder had then (<see cref="LinkHolders"/>); null for people whom the policy does not name.</summary>
    public string? AddressKey { get; init; }

    /// <summary>Whether it was mailed to an address of the applicant that was replaced since, in the form or later: whoever reads mail there has no business with it.</summary>
    public bool WasForFormerAddress(Initiative initiative) => Person == Actor.Applicant && IssuedAt < initiative.AddressSince;
}
