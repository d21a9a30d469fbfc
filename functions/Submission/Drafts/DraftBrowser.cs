using System.Buffers.Text;
using System.Security.Cryptography;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>
/// Tells the browsers apart in which forms are filled in, by a cookie. A form opens in the browser in which it was begun: an address that somebody made up, or
/// mailed to somebody else, is no way to read along.
/// </summary>
public sealed class DraftBrowser(KeyedHash hash, OwnCookies cookies)
{
    private const string Cookie = "loket-browser";
    private const int IdBytes = 16;
    private const int KeyLength = 32;

    // A token is as long as others: half of it is random, half says to which browser it was given.
    private const int HalfToken = 8;

    /// <summary>Gives this browser a new address for a form.</summary>
    public async Task<DraftVisit> BeginAsync(HttpContext http, CancellationToken cancellation)
    {
        var id = IdOf(http) ?? Name(http);
        return new DraftVisit(await TokenOfAsync(id, RandomNumberGenerator.GetBytes(HalfToken), cancellation), KeyOf(id), IsGiven: true);
    }

    /// <summary>Who asks for a form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="token">A token, in the address of the form.</param>
    public async Task<DraftVisit> VisitAsync(HttpContext http, string token, CancellationToken cancellation)
    {
        if (IdOf(http) is not { } id)
        {
            return new DraftVisit(token, Browser: null, IsGiven: false);
        }

        var random = Base64Url.DecodeFromChars(token)[..HalfToken];
        return new DraftVisit(token, KeyOf(id), await TokenOfAsync(id, random, cancellation) == token);
    }

    /// <summary>The key of this browser, also of one that was not seen before.</summary>
    public string KeyOf(HttpContext http) => KeyOf(IdOf(http) ?? Name(http));

    private static string KeyOf(string id) => Digest.Of(id, KeyLength);

    private async Task<string> TokenOfAsync(string id, byte[] random, CancellationToken cancellation)
    {
        var seal = await hash.OfAsync(nameof(DraftBrowser), $"{id}{Base64Url.EncodeToString(random)}", cancellation);
        return Base64Url.EncodeToString([.. random, .. seal.AsSpan(0, LinkTable.TokenBytes - HalfToken)]);
    }

    private string? IdOf(HttpContext http) => http.Request.Cookies[cookies.NameOf(Cookie)] is { } id && LinkTable.IsToken(id) ? id : null;

    private string Name(HttpContext http)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        http.Response.Cookies.Append(cookies.NameOf(Cookie), id, cookies.Kept);
        return id;
    }
}

/// <summary>A browser that asks for a form.</summary>
/// <param name="Token">The token in the address of the form.</param>
/// <param name="Browser">Key of the browser; null when it sends no cookie.</param>
/// <param name="IsGiven">Whether this address was given to this browser for a form of its own.</param>
public sealed record DraftVisit(string Token, string? Browser, bool IsGiven);
