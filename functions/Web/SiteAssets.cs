using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Initiatiefloket.Web;

/// <summary>
/// The files in <c>wwwroot/</c> beside the assembly, read and compressed once. They are few and small; the Functions worker has no
/// static files middleware.
/// </summary>
public sealed class SiteAssets
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, SiteAsset> _assets;

    public SiteAssets()
        : this(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
    {
    }

    internal SiteAssets(string folder) =>
        _assets = Directory.EnumerateFiles(folder)
            .Where(file => ContentTypes.ContainsKey(Path.GetExtension(file)))
            .ToFrozenDictionary(file => Path.GetFileName(file), Read);

    /// <summary>The address of a file, such as <c>/assets/0123456789abcdef/site.css</c>: it may be cached for ever.</summary>
    /// <exception cref="KeyNotFoundException">The file is not part of the build.</exception>
    public string Href(string name) => $"/assets/{_assets[name].Hash}/{name}";

    /// <summary>Finds a file by name and fingerprint. An older fingerprint is not found: its content is no longer here.</summary>
    public bool TryFind(string name, string hash, [NotNullWhen(true)] out SiteAsset? asset) =>
        _assets.TryGetValue(name, out asset) && asset.Hash == hash;

    private static SiteAsset Read(string file)
    {
        var content = File.ReadAllBytes(file);
        return new SiteAsset(
            Convert.ToHexStringLower(SHA256.HashData(content))[..16],
            ContentTypes[Path.GetExtension(file)],
            content,
            Compress(content, into => new BrotliStream(into, CompressionLevel.SmallestSize)),
            Compress(content, into => new GZipStream(into, CompressionLevel.SmallestSize)));
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }
}

/// <summary>One file of the site's look, with its compressed forms.</summary>
/// <param name="Hash">The first sixteen hex digits of the content's SHA-256: the part of the address that changes with the content.</param>
/// <param name="ContentType">The media type with its charset.</param>
/// <param name="Plain">The content as it is.</param>
/// <param name="Brotli">The content in brotli.</param>
/// <param name="Gzip">The content in gzip.</param>
public sealed record SiteAsset(
    string Hash, string ContentType, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip);
