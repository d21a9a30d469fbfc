using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Endings;

/// <summary>Blob container <c>letters</c>: letters as they were sent and the words that they were made from, under unguessable names.</summary>
public sealed class LetterStore(BlobServiceClient blobs) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [ContainerNames.Letters];

    private const int NameBytes = 16;

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(ContainerNames.Letters);

    /// <summary>A new name, that nobody guesses, for a letter of an initiative.</summary>
    public static string NewName(string initiativeId) => $"{PrefixOf(initiativeId)}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))}.html";

    private static string PrefixOf(string initiativeId) => $"{initiativeId}/";

    /// <summary>Stores something. What is there stays as it is: what was sent never changes.</summary>
    /// <returns>What is stored under that name: the content, or what an earlier run stored.</returns>
    public async Task<BinaryData> StoreAsync(string blobName, BinaryData content, string contentType, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        };
        try
        {
            await _container.GetBlobClient(blobName).UploadAsync(content, options, cancellation);
            return content;
        }
        catch (RequestFailedException exception) when (Contention.IsConflict(exception))
        {
            return await ReadAsync(blobName, cancellation);
        }
    }

    /// <summary>Removes something. May be repeated.</summary>
    public Task RemoveAsync(string blobName, CancellationToken cancellation) =>
        _container.DeleteBlobIfExistsAsync(blobName, cancellationToken: cancellation);

    /// <summary>Removes all that is stored of a case, also words of letters that were never decided on. May be repeated.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation)
    {
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, PrefixOf(initiativeId), cancellation))
        {
            await RemoveAsync(blob.Name, cancellation);
        }
    }

    /// <summary>What is stored under a name.</summary>
    public async Task<BinaryData> ReadAsync(string blobName, CancellationToken cancellation) =>
        (await _container.GetBlobClient(blobName).DownloadContentAsync(cancellation)).Value.Content;

    /// <summary>What is stored under a name; null when nothing is.</summary>
    public async Task<BinaryData?> FindAsync(string blobName, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(blobName, cancellation);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
