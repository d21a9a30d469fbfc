using Initiatiefloket.Money;

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

    /// <summary>Gedeeltelijke verlening.</summary>
    PartialAward,

    /// <summary>Directe vaststelling.</summary>
    SettledAward,

    /// <summary>Vaststelling.</summary>
    Settlement,

    /// <summary>Voornemen, which decides nothing yet.</summary>
    Intention,

    /// <summary>Wijziging.</summary>
    Amendment,

    /// <summary>Intrekking.</summary>
    Revocation,

    /// <summary>Terugvordering.</summary>
    Recovery,

    /// <summary>Dwangsombesluit.</summary>
    PenaltyDecision,

    /// <summary>Besluit na bezwaar.</summary>
    ObjectionDecision,
}

/// <summary>A letter in blob storage: its words, and each version that was made of it to be sent on a day.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="BlobName">Unguessable name in the container of letters, by which the letter is known; of a letter from before there were versions, its page.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="AnnouncedOn">The day it was sent, from which the objection term runs (Awb 6:8); null until then.</param>
public sealed record Letter(LetterKind Kind, string BlobName, DateOnly DecidedOn, DateOnly? AnnouncedOn)
{
    /// <summary>The day it was sent by post, because a mail did not reach the applicant; null when it was not.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>Whether the day by post is the one on which it was announced: no mail was taken before.</summary>
    public bool IsAnnouncedByPost { get; init; }

    /// <summary>The amount on which a grant is settled, where that is lower than what was granted; null in every other letter.</summary>
    public Euro? Settled { get; init; }

    /// <summary>What was made of it, one for each day of sending, oldest first. None in a letter from before there were versions.</summary>
    public IReadOnlyList<LetterVersion> Versions { get; init; } = [];

    /// <summary>Name of its words, in which only the days that are counted from sending are open.</summary>
    public string WordsName => Path.ChangeExtension(BlobName, ".json");

    /// <summary>What the applicant was sent: the version of the day of announcing; null when it was not announced, or there is only a page from before there were versions.</summary>
    public LetterVersion? Announced => Versions.FirstOrDefault(version => version.SentOn == AnnouncedOn);

    /// <summary>Whether a translation stands beside what was made of it.</summary>
    public bool IsTranslated => Versions.Any(version => version.Translation is not null);

    /// <summary>The letter with one more version; itself when there is one of that day.</summary>
    public Letter With(LetterVersion version) =>
        Versions.Any(made => made.SentOn == version.SentOn) ? this : this with { Versions = [.. Versions, version] };

    /// <summary>The letter, sent by post on a day. A mail that was taken before has announced it, and still does.</summary>
    public Letter SentByPost(DateOnly day) => AnnouncedOn is null || IsAnnouncedByPost
        ? this with { PostedOn = day, AnnouncedOn = day, IsAnnouncedByPost = true }
        : this with { PostedOn = day };
}

/// <summary>A letter, or its translation, as it is stored.</summary>
/// <param name="Page">Name of the page in the container of letters.</param>
/// <param name="Pdf">Name of the PDF there.</param>
/// <param name="PageSha256">SHA-256 of the page, in hexadecimal; also in the trail.</param>
/// <param name="PdfSha256">SHA-256 of the PDF, in hexadecimal; also in the trail.</param>
public record LetterFiles(string Page, string Pdf, string PageSha256, string PdfSha256);

/// <summary>A letter as it is sent on a day: the last day to object stands in it as a date.</summary>
/// <param name="SentOn">The day of sending.</param>
/// <param name="Page">Name of the page.</param>
/// <param name="Pdf">Name of the PDF.</param>
/// <param name="PageSha256">SHA-256 of the page.</param>
/// <param name="PdfSha256">SHA-256 of the PDF.</param>
public sealed record LetterVersion(DateOnly SentOn, string Page, string Pdf, string PageSha256, string PdfSha256) : LetterFiles(Page, Pdf, PageSha256, PdfSha256)
{
    /// <summary>The same in the language of the applicant, which decides nothing (Awb 2:6); null when that is Dutch, and in versions from before there were translations.</summary>
    public LetterFiles? Translation { get; init; }
}

/// <summary>What kinds of letters there are.</summary>
public static class LetterKinds
{
    extension(LetterKind kind)
    {
        /// <summary>Whether it decides on the application, which ends the case.</summary>
        public bool EndsCase => kind is LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward or LetterKind.Refusal or LetterKind.SetAside;

        /// <summary>Whether it grants what was asked, all or a part.</summary>
        public bool Grants => kind is LetterKind.Award or LetterKind.PartialAward or LetterKind.SettledAward;

        /// <summary>Whether it holds a decision, to which one can object; an intention does not.</summary>
        public bool IsDecision => kind != LetterKind.Intention;
    }
}
