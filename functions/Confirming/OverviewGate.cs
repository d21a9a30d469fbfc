using System.Globalization;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Confirming;

/// <summary>
/// Keeps an overview closed in a browser in which nobody typed a code from the person's mailbox: whoever was forwarded the mail has no code. A browser is remembered by a
/// protected cookie, for this person at this address.
/// </summary>
public sealed class OverviewGate(IDataProtectionProvider protection, OwnCookies cookies, Confirmations confirming, TimeProvider clock)
{
    /// <summary>Part of the address that opens the overview in a new browser.</summary>
    public const string OpenSegment = "openen";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector("overview-browser");

    /// <summary>The page that asks for a code; null for a browser that is remembered.</summary>
    public IResult? InPlace(LinkVisit visit) => IsKnown(visit) ? null : Page.Show<OverviewClosedPage>(new { Address = $"{visit.Address}/{OpenSegment}" });

    /// <summary>Mails a code, or remembers the browser in which the right one was typed.</summary>
    public async Task<IResult> OpenAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var form = await visit.Request.ReadFormAsync(cancellation);
        var asked = DecisionToConfirm.OfAct(visit.Link, form, "open", "Uw overzicht openen in deze browser") with { Words = ConfirmWords.Overview };
        return await confirming.DecideAsync(asked, form, () => Task.FromResult(Remember(visit)), cancellation);
    }

    /// <summary>Whether the overview of whom a link was sent to was opened in this browser, with a code.</summary>
    public bool IsKnown(LinkVisit visit) =>
        visit.Request.Cookies[CookieOf(visit.Person)] is { } cookie
        && Read(cookie)?.Split('|', 2) is [var until, var holder]
        && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks
        && holder == HolderOf(visit.Link);

    private IResult Remember(LinkVisit visit)
    {
        var until = clock.GetUtcNow() + Remembered;
        var text = string.Create(CultureInfo.InvariantCulture, $"{until.UtcTicks}|{HolderOf(visit.Link)}");
        visit.Request.HttpContext.Response.Cookies.Append(CookieOf(visit.Person), _protector.Protect(text), cookies.KeptFor(Remembered));
        return Page.SeeOther(visit.Address);
    }

    private string? Read(string cookie)
    {
        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Spoilt, or of keys that are gone.
            return null;
        }
    }

    private static string HolderOf(Link link) => $"{link.Person}|{link.AddressKey}";

    // A browser may be of somebody with two parts.
    private string CookieOf(Actor person) => cookies.NameOf($"loket-overzicht-{Digest.Of(person.ToString(), 8)}");
}
