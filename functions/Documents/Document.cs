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
/// <param name="State">Whether it can be opened.</param>
public sealed record Document(
    DocumentOwner Owner, string Id, string FileName, DocumentKind Kind, long Bytes, DateTimeOffset AddedAt, DocumentState State);
