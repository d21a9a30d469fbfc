using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;

namespace Initiatiefloket.Endings;

/// <summary>Blob container <c>letters</c>: decision letters as they were sent, under unguessable names.</summary>
public sealed class LetterStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(ContainerNames.Letters);

    /// <summary>Stores a letter. A letter that is there stays as it is: what was sent never changes.</summary>
    public async Task StoreAsync(string blobName, string html, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/html; charset=utf-8" },
        };
        try
        {
            await _container.GetBlobClient(blobName).UploadAsync(BinaryData.FromString(html), options, cancellation);
        }
        catch (RequestFailedException exception) when (Contention.IsConflict(exception))
        {
            // An earlier run of this step stored it.
        }
    }

    /// <summary>Removes a letter. May be repeated.</summary>
    public Task RemoveAsync(string blobName, CancellationToken cancellation) =>
        _container.DeleteBlobIfExistsAsync(blobName, cancellationToken: cancellation);

    /// <summary>The letter's HTML.</summary>
    public async Task<string> ReadAsync(string blobName, CancellationToken cancellation)
    {
        var content = await _container.GetBlobClient(blobName).DownloadContentAsync(cancellation);
        return content.Value.Content.ToString();
    }
}

/// <summary>Writes a decision letter as a complete HTML document and stores it.</summary>
public sealed class LetterWriter(HtmlPages pages, LetterStore store, Policy policy)
{
    /// <summary>Writes the letter unless it was written before.</summary>
    public async Task WriteAsync(LetterCase letter, CancellationToken cancellation)
    {
        var html = await pages.RenderAsync<DecisionLetter>(new { Letter = letter, Text = LetterText.For(letter, policy.For(letter.Initiative)) });
        await store.StoreAsync(letter.Letter.BlobName, html, cancellation);
    }
}
