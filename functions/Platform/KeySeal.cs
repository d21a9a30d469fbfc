using System.Security.Cryptography;
using System.Text.Json;

namespace Initiatiefloket.Platform;

/// <summary>A key that wraps others and is not stored where they are.</summary>
/// <remarks>Not asynchronous, since ASP.NET Core asks for its keys that way. It is used some times in the life of an instance.</remarks>
public interface IKeyWrap
{
    /// <summary>Wraps a key of 32 bytes.</summary>
    WrappedKey Wrap(byte[] key);

    /// <summary>The key again.</summary>
    /// <exception cref="KeysException">It was wrapped by a key that is not at hand.</exception>
    byte[] Unwrap(WrappedKey wrapped);
}

/// <summary>A key that was wrapped.</summary>
/// <param name="By">Which key did, with its version.</param>
/// <param name="Value">What it made of it.</param>
public sealed record WrappedKey(string By, byte[] Value);

/// <summary>
/// Seals what is secret and stored: with AES-GCM under a key of its own, which is wrapped and stands beside it. So a secret may have any length, and whoever reads
/// the storage account reads none.
/// </summary>
public sealed class KeySeal(IKeyWrap wrap)
{
    private const int KeyBytes = 32;

    /// <summary>What to store, in JSON: it says by which key it was wrapped.</summary>
    public byte[] Seal(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var wrapped = wrap.Wrap(key);
        return JsonSerializer.SerializeToUtf8Bytes(new Sealed(wrapped.By, wrapped.Value, SealedBytes.Seal(key, secret)));
    }

    /// <summary>The secret again.</summary>
    /// <exception cref="KeysException">It was sealed under a key that is not at hand, or was changed since.</exception>
    public byte[] Open(byte[] stored)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Sealed>(stored)!;
            return SealedBytes.Open(wrap.Unwrap(new WrappedKey(read.By, read.Key)), read.Bytes);
        }
        catch (Exception changed) when (changed is JsonException or CryptographicException or ArgumentException)
        {
            throw new KeysException("One of the app's keys in Blob storage was changed after it was stored: put back what stood there.", changed);
        }
    }

    private sealed record Sealed(string By, byte[] Key, byte[] Bytes);
}

/// <summary>AES-GCM, with nonce and tag before the text.</summary>
internal static class SealedBytes
{
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public static byte[] Seal(byte[] key, byte[] plain)
    {
        var bytes = new byte[NonceBytes + TagBytes + plain.Length];
        var (nonce, tag, text) = Parts(bytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, text, tag);
        return bytes;
    }

    /// <exception cref="CryptographicException">Another key sealed it, or it was changed.</exception>
    /// <exception cref="ArgumentException">It is too short.</exception>
    public static byte[] Open(byte[] key, byte[] bytes)
    {
        var (nonce, tag, text) = Parts(bytes);
        var plain = new byte[text.Count];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(nonce, text, tag, plain);
        return plain;
    }

    private static (ArraySegment<byte> Nonce, ArraySegment<byte> Tag, ArraySegment<byte> Text) Parts(byte[] bytes) => (
        new(bytes, 0, NonceBytes), new(bytes, NonceBytes, TagBytes), new(bytes, NonceBytes + TagBytes, bytes.Length - NonceBytes - TagBytes));
}
