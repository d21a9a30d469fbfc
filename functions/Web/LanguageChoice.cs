using Initiatiefloket.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

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
            http.Response.Cookies.Append(Key, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Language.Current)), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }
    }
}
