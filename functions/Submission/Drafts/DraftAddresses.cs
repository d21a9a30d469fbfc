using System.Diagnostics;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>Opens a page behind the address of a form, or says why there is no form there.</summary>
public sealed class DraftAddresses(SavedDrafts drafts)
{
    /// <summary>Shows a page of a form that can be filled in; a new one when nothing was saved yet.</summary>
    /// <param name="token">The token in the address.</param>
    /// <param name="show">Shows the page.</param>
    public async Task<IResult> OpenAsync(string token, Func<DraftFound.Open, Task<IResult>> show, CancellationToken cancellation)
    {
        if (!LinkTable.IsToken(token))
        {
            return Page.NotFound();
        }

        var found = await drafts.FindAsync(token, cancellation);
        return found is DraftFound.Open open ? await show(open) : Closed(found);
    }

    /// <summary>Says why there is no form to fill in at this address.</summary>
    public static IResult Closed(DraftFound found) => found switch
    {
        DraftFound.Sent => Page.SeeOther($"/{ApplicationPages.AlreadySentRoute}"),
        DraftFound.Removed or DraftFound.Replaced => Page.Show<DraftGonePage>(new { IsReplaced = found is DraftFound.Replaced }, StatusCodes.Status410Gone),
        _ => throw new UnreachableException(),
    };
}
