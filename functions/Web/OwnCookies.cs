using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>What the site's own cookies have in common: scripts do not read them, other sites cannot use them, and over HTTPS no other host can set them.</summary>
public sealed class OwnCookies(IOptions<SiteOptions> site)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The name of a cookie; over HTTPS with the prefix for which browsers take it from this host only.</summary>
    public string NameOf(string name) => site.Value.IsSecure ? $"__Host-{name}" : name;

    /// <summary>How to set a cookie that is kept for a year.</summary>
    public CookieOptions Kept => KeptFor(Year);

    /// <summary>How to set a cookie that is kept for some time.</summary>
    public CookieOptions KeptFor(TimeSpan time) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = time,
        SameSite = SameSiteMode.Lax,
        Secure = site.Value.IsSecure,
    };
}
