using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Support;

/// <summary>What <see cref="ReleasePart"/> posts: whoever decides or the coordinator lets neighbours read an initiative, or not any more.</summary>
public sealed class ReleasePages(PersonalLinks links, Releases releases)
{
    /// <summary>Last part of the address that it posts to.</summary>
    public const string Segment = "vrijgeven";

    public const string ActionField = "actie";
    public const string Release = "vrijgeven";
    public const string TakeBack = "terugnemen";

    /// <summary>From the page on which somebody decides.</summary>
    [Function(nameof(ReleaseFromReview))]
    public Task<IResult> ReleaseFromReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + Segment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.Review, visit => ActAsync(visit, cancellation), cancellation);

    /// <summary>From the coordinator's page of a case.</summary>
    [Function(nameof(ReleaseAtDesk))]
    public Task<IResult> ReleaseAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Desk + "/{token}/" + Segment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.ActAsync(token, LinkPurpose.Desk, visit => ActAsync(visit, cancellation), cancellation);

    // Nothing changes for who may not, or when it was neither button.
    private async Task ActAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var action = (await visit.Request.ReadFormAsync(cancellation)).Text(ActionField);
        if (visit.Initiative.MayBeReleasedBy(visit.Person) && action == Release)
        {
            await releases.ReleaseAsync(visit.Initiative.Id, visit.Person, cancellation);
        }
        else if (visit.Initiative.MayBeReleasedBy(visit.Person) && action == TakeBack)
        {
            await releases.TakeBackAsync(visit.Initiative.Id, visit.Person, cancellation);
        }
    }
}
