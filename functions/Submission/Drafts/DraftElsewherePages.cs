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
        if (!LinkTable.IsToken(token))
        {
            return Page.NotFound();
        }

        var found = await drafts.FindAsync(await browsers.VisitAsync(request.HttpContext, token, cancellation), cancellation);
        if (found is DraftFound.Elsewhere({ Draft: var draft }) && !draft.IsOwn(token) && !await addresses.IsSentAsync(draft, cancellation))
        {
            await drafts.MoveAsync(token, browsers.KeyOf(request.HttpContext), cancellation);
        }

        return Page.SeeOther($"/{ApplicationPages.Route}/{token}");
    }

    /// <summary>Mails a link to the address that stands in the form. The page says the same whether there is one or not.</summary>
    [Function(nameof(MailLinkToOwner))]
    public async Task<IResult> MailLinkToOwner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + MailPath)] HttpRequest request,
        string token,
        CancellationToken cancellation)
    {
        if (!LinkTable.IsToken(token))
        {
            return Page.NotFound();
        }

        var found = await drafts.FindAsync(await browsers.VisitAsync(request.HttpContext, token, cancellation), cancellation);
        if (found is not DraftFound.Elsewhere(var there) || !there.Draft.IsOwn(token))
        {
            return Page.SeeOther($"/{ApplicationPages.Route}/{token}");
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
}
