namespace Initiatiefloket.Documents;

/// <summary>
/// A file that somebody attached. The content is a blob; this is what pages need to name it and link to it. It may travel in the JSON of
/// something else, where <see cref="State"/> is that of then.
/// </summary>
/// <param name="Owner">What it is attached to.</param>
/// <param name="Id">128 random bits in base64url; unique, and the same after a move to another owner.</param>
/// <param name="FileName">The name to show and to download it under; its extension is that of the content.</param>
/// <param name="Kind">What the content is.</param>
/// <param name="Bytes">Size of what is kept, in bytes.</param>
/// <param name="AddedAt">When it was attached.</param>
/// <param name="State">What the virus scanner made of it.</param>
public sealed record Document(
    DocumentOwner Owner, string Id, string FileName, DocumentKind Kind, long Bytes, DateTimeOffset AddedAt, DocumentState State);

/// <summary>What documents are attached to: a draft, an application, or an answer to one question about it.</summary>
/// <param name="Case">Id of the draft, or reference of the initiative: what is removed together. No <c>/ \ # ?</c> and no control characters.</param>
/// <param name="Part">Which part of it; the same characters are not allowed.</param>
public sealed record DocumentOwner(string Case, string Part)
{
    private const string Application = "application";

    /// <summary>The step "documenten" of a form that was not sent yet.</summary>
    public static DocumentOwner OfDraft(string draftId) => new(draftId, Application);

    /// <summary>An application that was sent.</summary>
    public static DocumentOwner OfApplication(string initiativeId) => new(initiativeId, Application);
}

/// <summary>Whether a document can be opened.</summary>
public enum DocumentState
{
    /// <summary>Waits for the virus scanner; nobody can open it yet.</summary>
    Held,

    /// <summary>The virus scanner found nothing.</summary>
    Clean,

    /// <summary>There was no virus scanner. It can be opened, with that said; as soon as there is one, it is scanned.</summary>
    NotScanned,

    /// <summary>The virus scanner found something after all; the content is gone and the entry says so.</summary>
    Refused,

    /// <summary>The virus scanner works, but could not look at this one, however often it tried. Nobody can open it.</summary>
    Unscannable,
}

/// <summary>What follows from a document's state.</summary>
public static class DocumentStateExtensions
{
    extension(DocumentState state)
    {
        /// <summary>Whether there is a content that somebody may open.</summary>
        public bool CanBeOpened => state is DocumentState.Clean or DocumentState.NotScanned;

        /// <summary>Whether it may go to members of the council: only what was scanned.</summary>
        public bool MayGoToCouncil => state == DocumentState.Clean;
    }
}

/// <summary>A document and the blob that holds its content.</summary>
/// <param name="Document">What pages know.</param>
/// <param name="BlobName">128 random bits in base64url; never leaves the app.</param>
internal sealed record StoredDocument(Document Document, string BlobName);
