namespace Initiatiefloket.Documents;

/// <summary>A blob with which something is still to be done: to get or to lose its document, or to be scanned.</summary>
/// <param name="BlobName">The blob; it may not exist.</param>
/// <param name="Owner">Whose document it holds or was to hold.</param>
/// <param name="Id">Id of that document.</param>
/// <param name="Since">When that began, or when it was last tried.</param>
internal sealed record UnfinishedDocument(string BlobName, DocumentOwner Owner, string Id, DateTimeOffset Since);
