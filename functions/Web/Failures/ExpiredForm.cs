using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>
/// What stood in a form whose token had expired, so that nobody has to type it again: the pages are not kept in the browser. Shown back on a page of our own
/// with a new token. Nothing happens before a button is pressed there, below all that is sent: a form that another site sent in the visitor's name
/// gets no further than that page.
/// </summary>
/// <param name="Fields">Names and values in the order of the form, without the token.</param>
public sealed record ExpiredForm(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    // Read when the token is refused, so the form has been read by then.
    internal static ExpiredForm? Of(HttpRequest request)
    {
        if (!request.HasFormContentType || request.Form.Files.Count > 0)
        {
            // A browser lets nobody put a file back in a form.
            return null;
        }

        var token = request.HttpContext.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        var fields = request.Form
            .Where(field => field.Key != token && field.Key != HumanChecks.TrapField)
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .ToList();
        return fields.Exists(IsTyped) ? new ExpiredForm(fields) : null;
    }

    /// <summary>The fields that a person knows, which the page shows.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed => Fields.Where(IsTyped);

    internal IResult ToResult() => Page.Show<ExpiredFormPage>(new { Sent = this }, StatusCodes.Status400BadRequest);

    private static bool IsTyped(KeyValuePair<string, string> field) =>
        field.Key != HumanChecks.ShownAtField && !string.IsNullOrWhiteSpace(field.Value);
}
