using Initiatiefloket.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Web;

/// <summary>The switch between two languages, on pages that have them. A choice made once holds for a year, in a cookie.</summary>
public sealed class LanguageChoice
{
    /// <summary>Name of the part of an address that chooses, and of the cookie that remembers.</summary>
    public const string Key = "taal";

    private LanguageChoice()
    {
    }

    /// <summary>Offers the choice on the page that is asked for, and remembers the one that was made.</summary>
    internal static void Offer(HttpContext http)
    {
        http.Features.Set(new LanguageChoice());
        if (http.Request.Query.ContainsKey(Key))
        {
            var cookies = http.RequestServices.GetRequiredService<OwnCookies>();
            http.Response.Cookies.Append(
                cookies.NameOf(Key), CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Language.Current)), cookies.Kept);
        }
    }
}
