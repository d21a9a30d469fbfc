namespace Initiatiefloket.Initiatives;

/// <summary>What a letter decides.</summary>
public enum LetterKind
{
    /// <summary>Verlening.</summary>
    Award,

    /// <summary>Afwijzing.</summary>
    Refusal,

    /// <summary>Buitenbehandelingstelling.</summary>
    SetAside,
}

/// <summary>A decision letter in blob storage.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="BlobName">Unguessable name in the container of letters.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="AnnouncedOn">The day it was sent, from which the objection term runs (Awb 6:8); null until then.</param>
public sealed record Letter(LetterKind Kind, string BlobName, DateOnly DecidedOn, DateOnly? AnnouncedOn)
{
    /// <summary>The day it was sent by post, because a mail did not reach the applicant; null when it was not.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>Whether the day by post is the one on which it was announced: no mail was taken before.</summary>
    public bool IsAnnouncedByPost { get; init; }

    /// <summary>The letter, sent by post on a day. A mail that was taken before has announced it, and still does.</summary>
    public Letter SentByPost(DateOnly day) => AnnouncedOn is null || IsAnnouncedByPost
        ? this with { PostedOn = day, AnnouncedOn = day, IsAnnouncedByPost = true }
        : this with { PostedOn = day };
}
