using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Initiatiefloket.Platform;

/// <summary>
/// Hashes that only this app can make: HMAC-SHA-256 under a secret in Blob container <c>secrets</c>, made at first use. Addresses and
/// codes are few enough to try them all, so that a hash without a secret would not hide them from whoever reads the tables.
/// </summary>
public sealed class KeyedHash(BlobServiceClient blobs)
{
    private const int SecretBytes = 32;

    private readonly BlobClient _blob = blobs.GetBlobContainerClient(ContainerNames.Secrets).GetBlobClient("keyed-hash");
    private byte[]? _secret;

    /// <summary>The hash of a text, 32 bytes.</summary>
    /// <param name="purpose">What the hash is for; the same text gives another hash for another purpose.</param>
    /// <param name="text">What is hashed.</param>
    public async Task<byte[]> OfAsync(string purpose, string text, CancellationToken cancellation)
    {
        // Two that load it at the same time load the same one.
        _secret ??= await LoadAsync(cancellation);
        return HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));
    }

    private async Task<byte[]> LoadAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(cancellation);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            await CreateAsync(cancellation);
            return await ReadAsync(cancellation);
        }
    }

    private async Task<byte[]> ReadAsync(CancellationToken cancellation) =>
        (await _blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();

    private async Task CreateAsync(CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await _blob.UploadAsync(BinaryData.FromBytes(RandomNumberGenerator.GetBytes(SecretBytes)), options, cancellation);
        }
        catch (RequestFailedException exception) when (Contention.IsConflict(exception))
        {
            // Another instance was first; its secret counts.
        }
    }
}
