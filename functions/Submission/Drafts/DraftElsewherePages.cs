using Initiatiefloket.Initiatives;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>The way on for whoever opens a form in another browser than the one it is filled in.</summary>
[TwoLanguages]
public sealed class DraftElsewherePages(DraftAddresses addresses, SavedDrafts drafts, DraftBrowser browsers, RateLimits limits)
{
    /// <summary>Behind the address of a form: asks for a mail to go on.</summary>
    public const string MailPath = "mail/link";

    private const string Route = ApplicationPages.Route + "/{token}";

    /// <summary>Goes on here with a mailed link, and no longer where the form was. A press, since mail scanners open links.</summary>
    [Function(nameof(GoOnHere))]
    public async Task<IResult> GoOnHere(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation)
    {
        if (await FindElsewhereAsync(request, token, cancellation) is { } there
            && !there.Draft.IsOwn(token)
            && !await addresses.IsSentAsync(there.Draft, cancellation))
        {
            await drafts.MoveAsync(token, browsers.KeyOf(request.HttpContext), cancellation);
        }

        return Back(token);
    }

    /// <summary>Mails a link to the address that stands in the form. The page says the same whether there is one or not.</summary>
    [Function(nameof(MailLinkToOwner))]
    public async Task<IResult> MailLinkToOwner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + MailPath)] HttpRequest request,
        string token,
        CancellationToken cancellation)
    {
        if (await FindElsewhereAsync(request, token, cancellation) is not { } there || !there.Draft.IsOwn(token))
        {
            return Back(token);
        }

        var email = there.Draft.MailedTo ?? there.Draft.Form.Email;
        if (TypedEmail.FaultOf(email) is null && !await addresses.IsSentAsync(there.Draft, cancellation))
        {
            if (await limits.WaitForMailAsync(request.HttpContext, Mailbox.Of(email), once: null, cancellation) is { } wait)
            {
                return Failure.TooMany(wait).ToResult();
            }

            // Whether it went out or not, strangers hear nothing of it.
            _ = await drafts.MailLinkAsync(there, email, cancellation);
        }

        return Page.Show<DraftLinkAskedPage>();
    }

    // The page of the form says how it stands.
    private static IResult Back(string token) => LinkTable.IsToken(token) ? Page.SeeOther($"/{ApplicationPages.Route}/{token}") : Page.NotFound();

    /// <summary>The form behind an address, when it is filled in in another browser than this one.</summary>
    private async Task<DraftFound.Open?> FindElsewhereAsync(HttpRequest request, string token, CancellationToken cancellation) =>
        LinkTable.IsToken(token)
        && await drafts.FindAsync(await browsers.VisitAsync(request.HttpContext, token, cancellation), cancellation) is DraftFound.Elsewhere(var there)
            ? there
            : null;
}
