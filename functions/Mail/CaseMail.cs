using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Mail;

/// <summary>A mail about an initiative to one person, with a personal link of their own.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Step">Names the mail within the case, with round and person where these differ; sent once under this name.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Person">Whom it goes to (<see cref="Initiatives.Actor"/>).</param>
/// <param name="Purpose">What the link in it opens.</param>
/// <param name="Round">The review round that the link belongs to; 0 where rounds do not matter.</param>
public sealed record CaseMail(string InitiativeId, string Step, MailKind Kind, Actor Person, LinkPurpose Purpose, int Round = 0)
{
    /// <summary>What names it.</summary>
    public MailKey Key => new(InitiativeId, Step, Kind) { Person = Person, DespiteRefusal = DespiteRefusal };

    /// <summary>True for a mail that only tells how it goes on: an applicant may choose not to get those (<see cref="Initiatives.MailsWanted"/>).</summary>
    public bool IsNews { get; init; }

    /// <inheritdoc cref="MailKey.DespiteRefusal"/>
    public bool DespiteRefusal { get; init; }
}

/// <summary>
/// Names one mail of one case, so that a step that runs twice sends it once.
/// </summary>
/// <param name="CaseId">The initiative, or another partition such as a digest.</param>
/// <param name="Step">Step, round and person: <c>review-1-invite-anna</c>.</param>
/// <param name="Kind">What it is about; the log remembers it. It is no part of the name: one step sends mail of one kind.</param>
public sealed record MailKey(string CaseId, string Step, MailKind Kind)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Whom it is for (<see cref="Actor"/>); the log remembers it, so that people can be told what they were sent.</summary>
    public Actor? Person { get; init; }

    /// <summary>True when somebody pressed a button for this mail: then it is tried, also when it was refused a moment ago.</summary>
    public bool DespiteRefusal { get; init; }

    /// <summary>Tells the address of a mail from another one that the same mail may go to, and says nothing to whoever does not have both.</summary>
    public string AddressKeyOf(string email) => Digest.Of($"{CaseId}/{Mailbox.Of(email)}", 16);

    /// <summary>
    /// Value of the Message-ID header (RFC 5322, 3.6.4), the same for each attempt: should the process die between sending and
    /// remembering, the receiving server drops the second copy.
    /// </summary>
    public string MessageId(string domain) => $"<{Digest.Of($"{CaseId}/{Step}", 32)}@{domain}>";

    /// <summary>Names the quarter of an hour in which a moment falls: a mail with it in its step goes out once in that time, however often somebody asks for it.</summary>
    public static string QuarterOf(DateTimeOffset moment) => (moment.UtcTicks / Quarter.Ticks).ToString(CultureInfo.InvariantCulture);
}

/// <summary>The links of a mail that has two.</summary>
/// <param name="First">Of the mail's own purpose.</param>
/// <param name="Second">Of another.</param>
public sealed record TwoLinks(Uri First, Uri Second);
