using System.Diagnostics;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>Opens a page behind the address of a form, or says why there is no form there.</summary>
public sealed class DraftAddresses(SavedDrafts drafts, DraftBrowser browsers, FormTable forms)
{
    /// <summary>Shows a page of a form that can be filled in; a new one when nothing was saved yet.</summary>
    /// <param name="request">Who asks for it.</param>
    /// <param name="token">The token in the address.</param>
    /// <param name="show">Shows the page.</param>
    public async Task<IResult> OpenAsync(
        HttpRequest request, string token, Func<DraftVisit, DraftFound.Open, Task<IResult>> show, CancellationToken cancellation)
    {
        if (!LinkTable.IsToken(token))
        {
            return Page.NotFound();
        }

        var visit = await browsers.VisitAsync(request.HttpContext, token, cancellation);
        var found = await drafts.FindAsync(visit, cancellation);
        return found is DraftFound.Open open ? await show(visit, open) : await ClosedAsync(token, found, cancellation);
    }

    /// <summary>Says why there is no form to fill in at this address.</summary>
    public async Task<IResult> ClosedAsync(string token, DraftFound found, CancellationToken cancellation) => found switch
    {
        DraftFound.Sent => Page.SeeOther($"/{ApplicationPages.AlreadySentRoute}"),
        DraftFound.Removed or DraftFound.Replaced => Page.Show<DraftGonePage>(new { IsReplaced = found is DraftFound.Replaced }, StatusCodes.Status410Gone),
        DraftFound.Elsewhere({ Draft: var draft }) => Page.Show<DraftElsewherePage>(
            new
            {
                Token = token,
                IsMailed = !draft.IsOwn(token),
                IsSent = await IsSentAsync(draft, cancellation),
            },
            StatusCodes.Status403Forbidden),
        DraftFound.NotGiven => Page.SeeOther($"/{ApplicationPages.Route}"),
        DraftFound.Open or _ => throw new UnreachableException(),
    };

    /// <summary>Whether it waits for whoever applies to confirm it. Then only they change it, and the browser that sent it.</summary>
    public async Task<bool> IsSentAsync(ApplicationDraft draft, CancellationToken cancellation) =>
        await forms.FindReferenceAsync(draft.Id, cancellation) is not null;
}
