namespace Initiatiefloket.Documents;

/// <summary>A document and the blob that holds its content.</summary>
/// <param name="Document">What pages know.</param>
/// <param name="BlobName">128 random bits in base64url; never leaves the app.</param>
internal sealed record StoredDocument(Document Document, string BlobName);
