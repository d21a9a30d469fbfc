using Initiatiefloket.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Initiatiefloket.Links;

/// <summary>
/// Remembers in a browser from which list somebody opened a case, so that its page leads back there. The page of a case has a link of its own, which tells nothing of
/// the one to the list.
/// </summary>
public sealed class WayBack(IDataProtectionProvider protection, OwnCookies cookies)
{
    private const string Cookie = "loket-lijst";
    private const int LongestQuery = 1_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("way-back");

    /// <summary>Remembers the list.</summary>
    /// <param name="visit">The visit of the list.</param>
    /// <param name="query">What was asked of it, with its question mark; anything else is left out.</param>
    public void Remember(LinkVisit visit, string query)
    {
        var asked = query.StartsWith('?') && query.Length <= LongestQuery ? query : "";
        visit.Request.HttpContext.Response.Cookies.Append(
            cookies.NameOf(Cookie), _protector.Protect($"{visit.Person}|{visit.Address}{asked}"), cookies.KeptFor(Remembered));
    }

    /// <summary>Address of the list from which this person came; null when they came another way.</summary>
    public string? Of(LinkVisit visit)
    {
        if (visit.Request.Cookies[cookies.NameOf(Cookie)] is not { } cookie)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(cookie).Split('|', 2) is [var person, var address] && person == visit.Person.ToString() ? address : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Spoilt, or of keys that are gone.
            return null;
        }
    }
}
