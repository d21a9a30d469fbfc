using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Web;

public sealed partial class SiteAssetsTests
{
    private readonly SiteAssets _assets = new();

    [Fact]
    public void SiteCss_AsBuilt_IsAtMost60Kilobytes() => Assert.InRange(Find("site.css").Plain.Length, 10_000, 60 * 1024);

    [Fact]
    public void SiteCss_AsBuilt_NamesItsFontByTheAddressThatServesIt()
    {
        var css = Encoding.UTF8.GetString(Find("site.css").Plain.Span);

        var address = new Uri(new Uri("http://site" + _assets.Href("site.css")), FontAddress().Match(css).Groups[1].Value);
        var (hash, name) = (address.Segments[2].TrimEnd('/'), address.Segments[3]);
        Assert.True(_assets.TryFind(name, hash, out var font));
        Assert.Equal("font/woff2", font.ContentType);
    }

    [Fact]
    public void TryFind_AnotherFingerprint_IsNotFound() => Assert.False(_assets.TryFind("site.css", "0000000000000000", out _));

    [Theory]
    [InlineData("../Initiatiefloket.dll")]
    [InlineData("onbekend.css")]
    public void TryFind_AnotherName_IsNotFound(string name) => Assert.False(_assets.TryFind(name, Find("site.css").Hash, out _));

    [Fact]
    public void Asset_Compressed_IsTheSame()
    {
        var css = Find("site.css");

        Assert.Equal(css.Plain.ToArray(), Read(new BrotliStream(new MemoryStream(css.Brotli.ToArray()), CompressionMode.Decompress)));
        Assert.Equal(css.Plain.ToArray(), Read(new GZipStream(new MemoryStream(css.Gzip.ToArray()), CompressionMode.Decompress)));
    }

    private SiteAsset Find(string name)
    {
        Assert.True(_assets.TryFind(name, _assets.Href(name).Split('/')[2], out var asset));
        return asset;
    }

    private static byte[] Read(Stream compressed)
    {
        using var content = new MemoryStream();
        using (compressed)
        {
            compressed.CopyTo(content);
        }

        return content.ToArray();
    }

    [GeneratedRegex(@"url\(([^)]+\.woff2)\)")]
    private static partial Regex FontAddress();
}
