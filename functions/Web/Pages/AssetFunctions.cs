using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Initiatiefloket.Web;

/// <summary>Serves the site's look, to be cached for a year: another content has another address.</summary>
[NeedsNoPreparation]
public sealed class AssetFunctions(SiteAssets assets)
{
    [Function(nameof(Asset))]
    public IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{hash}/{name}")] HttpRequest request, string hash, string name)
    {
        if (!assets.TryFind(name, hash, out var asset))
        {
            return TypedResults.NotFound();
        }

        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var (encoding, content) = Encode(asset, request);
        headers.ContentEncoding = encoding;
        return TypedResults.Bytes(content, asset.ContentType);
    }

    /// <summary>What browsers ask for by themselves where a page names no icon, such as a letter.</summary>
    [Function(nameof(Favicon))]
    public IResult Favicon([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.ico")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Redirect(assets.Href("logo.svg"));
    }

    private static (string? Encoding, ReadOnlyMemory<byte> Content) Encode(SiteAsset asset, HttpRequest request) =>
        Accepts(request, "br") ? ("br", asset.Brotli)
        : Accepts(request, "gzip") ? ("gzip", asset.Gzip)
        : (null, asset.Plain);

    private static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == encoding && accepted.Quality is null or > 0);
}
