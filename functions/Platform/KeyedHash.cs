using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Platform;

/// <summary>
/// Hashes that only this app can make: HMAC-SHA-256 under a secret in Blob container <c>secrets</c>, sealed and made at first use. Addresses and
/// codes are few enough to try them all, so that a hash without a secret would not hide them from whoever reads the tables.
/// </summary>
/// <remarks>
/// After <see cref="KeysOptions.HashSecret"/> was raised there are several secrets: the one of now makes hashes, and what was stored under a former one is looked up
/// under that one too, until somebody removes its blob.
/// </remarks>
public sealed class KeyedHash(BlobServiceClient blobs, KeySeal seal, IOptions<KeysOptions> options)
{
    private const int SecretBytes = 32;

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(ContainerNames.Secrets);
    private IReadOnlyList<HashSecret>? _secrets;

    /// <summary>The hash of a text, 32 bytes, under the secret of now.</summary>
    /// <param name="purpose">What the hash is for; the same text gives another hash for another purpose.</param>
    /// <param name="text">What is hashed.</param>
    public async Task<byte[]> OfAsync(string purpose, string text, CancellationToken cancellation) => (await SecretsAsync(cancellation))[0].Of(purpose, text);

    /// <summary>The secret of now and after it the former ones, newest first.</summary>
    public async Task<IReadOnlyList<HashSecret>> SecretsAsync(CancellationToken cancellation) =>
        // Two that load them at the same time load the same ones.
        _secrets ??= await LoadAsync(options.Value.HashSecret, cancellation);

    private async Task<IReadOnlyList<HashSecret>> LoadAsync(int now, CancellationToken cancellation)
    {
        var secrets = new List<HashSecret> { await ReadOrCreateAsync(now, cancellation) };
        for (var former = now - 1; former > 0; former--)
        {
            if (await ReadAsync(former, cancellation) is { } secret)
            {
                secrets.Add(secret);
            }
        }

        return secrets;
    }

    private async Task<HashSecret> ReadOrCreateAsync(int number, CancellationToken cancellation)
    {
        if (await ReadAsync(number, cancellation) is { } stored)
        {
            return stored;
        }

        await CreateAsync(number, cancellation);
        return (await ReadAsync(number, cancellation))!;
    }

    private async Task<HashSecret?> ReadAsync(int number, CancellationToken cancellation)
    {
        try
        {
            var stored = (await BlobOf(number).DownloadContentAsync(cancellation)).Value.Content.ToArray();

            // As it stands: before secrets were sealed they had this length, which nothing sealed has.
            return new HashSecret(number, stored.Length == SecretBytes ? stored : seal.Open(stored));
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private async Task CreateAsync(int number, CancellationToken cancellation)
    {
        var upload = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await BlobOf(number).UploadAsync(BinaryData.FromBytes(seal.Seal(RandomNumberGenerator.GetBytes(SecretBytes))), upload, cancellation);
        }
        catch (RequestFailedException exception) when (Contention.IsConflict(exception))
        {
            // Another instance was first; its secret counts.
        }
    }

    private BlobClient BlobOf(int number) =>
        _container.GetBlobClient(number == 1 ? "keyed-hash" : string.Create(CultureInfo.InvariantCulture, $"keyed-hash-{number}"));
}

/// <summary>One of the secrets of <see cref="KeyedHash"/>.</summary>
public sealed class HashSecret(int number, byte[] bytes)
{
    /// <summary>True for the one that an app begins with: before it there was none.</summary>
    public bool IsFirst => number == 1;

    /// <inheritdoc cref="KeyedHash.OfAsync"/>
    public byte[] Of(string purpose, string text) => HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));
}
