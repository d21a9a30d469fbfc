using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;

namespace Initiatiefloket.Mail;

/// <summary>A mail about an initiative to one person, with a personal link of their own.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Step">Names the mail within the case, with round and person where these differ; sent once under this name.</param>
/// <param name="Person">Whom it goes to (<see cref="Initiatives.Actor"/>).</param>
/// <param name="Purpose">What the link in it opens.</param>
/// <param name="Round">The review round that the link belongs to; 0 where rounds do not matter.</param>
public sealed record CaseMail(string InitiativeId, string Step, Actor Person, LinkPurpose Purpose, int Round = 0)
{
    /// <summary>True for a mail that only tells how it goes on: an applicant may choose not to get those (<see cref="Initiatives.MailsWanted"/>).</summary>
    public bool IsNews { get; init; }

    /// <summary>True for a mail that ends with a second link: to all cases of a reviewer or the coordinator.</summary>
    public bool HasOverview { get; init; }
}
