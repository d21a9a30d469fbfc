using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>
/// What stood in a form whose token had expired, or that came without a cookie, so that nobody has to type it again: the pages are not kept in the browser. Shown back on a page of our own
/// with a new token. Nothing happens before a button is pressed there, below all that is sent. What another site sent in the visitor's name is not shown at all:
/// a page of ours says nothing that a stranger wrote.
/// </summary>
/// <param name="Fields">Names and values in the order of the form, without the token.</param>
/// <param name="Cause">Why it was not taken.</param>
public sealed partial record ExpiredForm(IReadOnlyList<KeyValuePair<string, string>> Fields, ExpiredBecause Cause)
{
    private const string OwnSite = "same-origin";
    private const int MostFields = 200;

    /// <summary>Stands in a form that is sent from here: then a cookie should have come along.</summary>
    public const string AgainField = "opnieuw";

    // Read when the token is refused, so the form has been read by then.
    internal static ExpiredForm? Of(HttpRequest request)
    {
        // A browser lets nobody put a file back in a form. It says itself which site sent one; the few that do not (before 2023) get the plain page.
        if (request.Headers["Sec-Fetch-Site"] != OwnSite || !request.HasFormContentType || request.Form.Files.Count > 0)
        {
            return null;
        }

        var settings = request.HttpContext.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        var fields = request.Form
            .Where(field => field.Key != settings.FormFieldName && field.Key != HumanChecks.TrapField && field.Key != AgainField)
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .ToList();
        return fields.Exists(IsTyped) && fields.Count <= MostFields && fields.TrueForAll(field => OwnName().IsMatch(field.Key))
            ? new ExpiredForm(fields, CauseOf(request, settings.Cookie.Name!))
            : null;
    }

    /// <summary>The fields that a person knows, which the page shows.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed => Fields.Where(IsTyped);

    internal IResult ToResult() => Page.Show<ExpiredFormPage>(new { Sent = this }, StatusCodes.Status400BadRequest);

    // A browser that was started anew has lost the cookie too; one that loses it again keeps none.
    private static ExpiredBecause CauseOf(HttpRequest request, string cookie) =>
        request.Cookies.ContainsKey(cookie) ? ExpiredBecause.TooLong
        : request.Form.ContainsKey(AgainField) ? ExpiredBecause.CookiesBlocked
        : ExpiredBecause.NoCookie;

    // As fields of our pages are called: "titel", "kosten[0].bedrag", "antwoord[q-1-2]".
    [GeneratedRegex(@"^[a-z][A-Za-z0-9_-]{0,60}(\[[A-Za-z0-9_.:-]{1,60}\](\.[a-z]{1,60})?)?$")]
    private static partial Regex OwnName();

    private static bool IsTyped(KeyValuePair<string, string> field) =>
        field.Key is not (HumanChecks.ShownAtField or PostedText.VersionField) && !string.IsNullOrWhiteSpace(field.Value);
}

/// <summary>Why a form was not taken.</summary>
public enum ExpiredBecause
{
    /// <summary>The page was open for too long.</summary>
    TooLong,

    /// <summary>The browser sent no cookie: it was started anew, or keeps none.</summary>
    NoCookie,

    /// <summary>The browser sent none again: it keeps none.</summary>
    CookiesBlocked,
}
