using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Documents;

/// <summary>
/// Keeps documents: rows in <see cref="DocumentTable"/>, contents in blob container <c>documents</c>. Whatever crashes, a row has its
/// blob, and a blob without a row is removed later by <see cref="DocumentSweep"/>.
/// </summary>
public sealed class DocumentStore(DocumentTable documents, UnfinishedDocumentTable unfinished, BlobServiceClient blobs, TimeProvider clock)
{
    private const int RandomBytes = 16;

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(ContainerNames.Documents);

    /// <summary>128 random bits in base64url.</summary>
    internal static string NewName() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    internal async Task<IReadOnlyList<Document>> ListAsync(DocumentOwner owner, CancellationToken cancellation) =>
        [.. (await ListCaseAsync(owner.Case, cancellation)).Where(document => document.Owner == owner)];

    internal async Task<IReadOnlyList<Document>> ListCaseAsync(string caseId, CancellationToken cancellation) =>
        [.. (await documents.ListAsync(caseId, cancellation)).Select(stored => stored.Document)];

    internal async Task<Document?> FindAsync(DocumentOwner owner, string id, CancellationToken cancellation) =>
        (await documents.FindAsync(owner, id, cancellation))?.Document;

    /// <summary>Stores a document, unless its owner has it.</summary>
    internal Task AddAsync(Document document, Stream content, CancellationToken cancellation) => UploadAsync(
        document,
        content,
        async stored => await documents.TryAddAsync(stored, cancellation) ? PlaceTaken.Now : PlaceTaken.IsFull,
        cancellation);

    /// <summary>Stores a new document, if its owner takes one more.</summary>
    /// <param name="document">The document.</param>
    /// <param name="content">Its content.</param>
    /// <param name="atMost">How many the owner may have.</param>
    internal Task<PlaceTaken> AddAsync(Document document, Stream content, int atMost, CancellationToken cancellation) =>
        UploadAsync(document, content, stored => documents.TryAddAsync(stored, atMost, cancellation), cancellation);

    /// <summary>Forgets a case that has no documents any more.</summary>
    internal Task ForgetCaseAsync(string caseId, CancellationToken cancellation) => documents.ForgetPlacesAsync(caseId, cancellation);

    /// <summary>From here on the owner takes no more documents. May be repeated.</summary>
    internal Task CloseAsync(DocumentOwner owner, CancellationToken cancellation) => documents.CloseAsync(owner, cancellation);

    private async Task<PlaceTaken> UploadAsync(
        Document document, Stream content, Func<StoredDocument, Task<PlaceTaken>> add, CancellationToken cancellation)
    {
        var stored = new StoredDocument(document, NewName());
        await RememberAsync(stored, cancellation);
        await _container.GetBlobClient(stored.BlobName).UploadAsync(content, AsBytes(), cancellation);
        var taken = await add(stored);
        if (taken != PlaceTaken.Now)
        {
            await _container.DeleteBlobIfExistsAsync(stored.BlobName, cancellationToken: cancellation);
        }
        else if (document.State == DocumentState.Held)
        {
            // Stays unfinished until it is scanned.
            return taken;
        }
        else
        {
            await NoteWorkAsync(stored, cancellation);
        }

        await unfinished.ForgetAsync(stored.BlobName, cancellation);
        return taken;
    }

    /// <summary>Stores a document once more, for another owner, who may have it already.</summary>
    internal async Task CopyAsync(Document document, DocumentOwner to, CancellationToken cancellation)
    {
        var there = await documents.FindAsync(to, document.Id, cancellation);
        if (there is null && await OpenBlobAsync(document.Owner, document.Id, cancellation) is { } content)
        {
            await using (content)
            {
                await AddAsync(document with { Owner = to }, content, cancellation);
            }
        }
        else if (there is null)
        {
            // Refused by the scanner: only the entry is left.
            await documents.TryAddAsync(new StoredDocument(document with { Owner = to }, NewName()), cancellation);
        }
    }

    /// <summary>Removes a document with its content; one that is not there is no problem.</summary>
    internal async Task RemoveAsync(DocumentOwner owner, string id, CancellationToken cancellation)
    {
        if (await documents.FindAsync(owner, id, cancellation) is not { } stored)
        {
            return;
        }

        await RememberAsync(stored, cancellation);
        if (WorkOf(stored.Document.State) is { } work)
        {
            await unfinished.ForgetAsync(stored.BlobName, cancellation, work);
        }

        await documents.RemoveAsync(stored.Document, cancellation);
        await RemoveBlobAsync(stored.BlobName, cancellation);
    }

    /// <summary>The content of a document, in whatever state, or null when there is none.</summary>
    internal async Task<Stream?> OpenBlobAsync(DocumentOwner owner, string id, CancellationToken cancellation)
    {
        if (await documents.FindAsync(owner, id, cancellation) is not { } stored)
        {
            return null;
        }

        try
        {
            return await _container.GetBlobClient(stored.BlobName).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The blobs with which something is still to be done, longest waiting first.</summary>
    internal Task<IReadOnlyList<UnfinishedDocument>> ListUnfinishedAsync(CancellationToken cancellation) => unfinished.ListAsync(cancellation);

    /// <summary>Some of the documents that are open and were never scanned.</summary>
    internal Task<IReadOnlyList<UnfinishedDocument>> ListNotScannedAsync(int most, CancellationToken cancellation) =>
        unfinished.ListAsync(Work.ScanOneDay, most, cancellation);

    /// <summary>Takes a blob off that list.</summary>
    internal Task ForgetNotScannedAsync(UnfinishedDocument item, CancellationToken cancellation) =>
        unfinished.ForgetAsync(item.BlobName, cancellation, Work.ScanOneDay);

    /// <summary>The documents that cannot be scanned, of which the coordinator does not know yet.</summary>
    internal Task<IReadOnlyList<UnfinishedDocument>> ListUnscannableAsync(CancellationToken cancellation) =>
        unfinished.ListAsync(Work.TellCoordinator, int.MaxValue, cancellation);

    /// <summary>The coordinator knows.</summary>
    internal async Task ForgetUnscannableAsync(Document told, CancellationToken cancellation)
    {
        if (await documents.FindAsync(told.Owner, told.Id, cancellation) is { } stored)
        {
            await unfinished.ForgetAsync(stored.BlobName, cancellation, Work.TellCoordinator);
        }
    }

    /// <summary>Puts a blob at the end of its list, after one more try.</summary>
    internal Task PutOffAsync(UnfinishedDocument item, DocumentState state, CancellationToken cancellation) => unfinished.RememberAsync(
        item with { Since = clock.GetUtcNow(), Tries = item.Tries + 1 }, cancellation, WorkOf(state) ?? Work.Finish);

    /// <summary>Puts a document on the list of what is still to be done with one in its state.</summary>
    internal async Task NoteWorkAsync(StoredDocument stored, CancellationToken cancellation)
    {
        if (WorkOf(stored.Document.State) is { } work)
        {
            await unfinished.RememberAsync(ItemOf(stored), cancellation, work);
        }
    }

    /// <summary>Takes a blob off that list.</summary>
    internal Task ForgetAsync(UnfinishedDocument item, CancellationToken cancellation) => unfinished.ForgetAsync(item.BlobName, cancellation);

    /// <summary>The document that this blob belongs to, or null when it has none (yet, or any more).</summary>
    internal async Task<StoredDocument?> FindOfBlobAsync(UnfinishedDocument item, CancellationToken cancellation) =>
        await documents.FindAsync(item.Owner, item.Id, cancellation) is { } stored && stored.BlobName == item.BlobName ? stored : null;

    /// <summary>The content of a blob, or null when it is gone.</summary>
    internal async Task<ReadOnlyMemory<byte>?> ReadBlobAsync(string blobName, CancellationToken cancellation)
    {
        try
        {
            return (await _container.GetBlobClient(blobName).DownloadContentAsync(cancellation)).Value.Content.ToMemory();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>What the scanner said of a document. Whoever removed it meanwhile also removes its blob.</summary>
    internal async Task SetStateAsync(StoredDocument stored, DocumentState state, CancellationToken cancellation)
    {
        if (!await documents.TrySetStateAsync(stored, state, cancellation))
        {
            return;
        }

        // On the new list before it leaves the old one.
        await NoteWorkAsync(stored with { Document = stored.Document with { State = state } }, cancellation);
        if (WorkOf(stored.Document.State) is { } work)
        {
            await unfinished.ForgetAsync(stored.BlobName, cancellation, work);
        }

        if (state == DocumentState.Refused)
        {
            await RemoveBlobAsync(stored.BlobName, cancellation);
        }
        else
        {
            await unfinished.ForgetAsync(stored.BlobName, cancellation);
        }
    }

    /// <summary>Removes a blob that no document has, and forgets it.</summary>
    internal async Task RemoveBlobAsync(string blobName, CancellationToken cancellation)
    {
        await _container.DeleteBlobIfExistsAsync(blobName, cancellationToken: cancellation);
        await unfinished.ForgetAsync(blobName, cancellation);
    }

    private Task RememberAsync(StoredDocument stored, CancellationToken cancellation) => unfinished.RememberAsync(ItemOf(stored), cancellation);

    private UnfinishedDocument ItemOf(StoredDocument stored) =>
        new(stored.BlobName, stored.Document.Owner, stored.Document.Id, clock.GetUtcNow());

    private static Work? WorkOf(DocumentState state) => state switch
    {
        DocumentState.NotScanned => Work.ScanOneDay,
        DocumentState.Unscannable => Work.TellCoordinator,
        DocumentState.Held or DocumentState.Clean or DocumentState.Refused => null,
        _ => throw new UnreachableException(),
    };

    // Not the document's own type: should anybody ever reach the blob itself, it is a file to save and nothing to run.
    private static BlobUploadOptions AsBytes() => new() { HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" } };
}
