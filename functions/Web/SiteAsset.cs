namespace Initiatiefloket.Web;

/// <summary>One file of the site's look, with its compressed forms.</summary>
/// <param name="Hash">The first sixteen hex digits of the content's SHA-256: the part of the address that changes with the content.</param>
/// <param name="ContentType">The media type with its charset.</param>
/// <param name="Plain">The content as it is.</param>
/// <param name="Brotli">The content in brotli.</param>
/// <param name="Gzip">The content in gzip.</param>
public sealed record SiteAsset(
    string Hash, string ContentType, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip);
