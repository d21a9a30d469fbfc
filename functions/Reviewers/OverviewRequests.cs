using Initiatiefloket.Assignment;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Reviewers;

/// <summary>"Mail mij mijn overzicht", on the pages of a case: the link goes to the person's own mailbox, not to whoever has the mail about the case.</summary>
public sealed class OverviewRequests(PersonalLinks links, OverviewPost overviews)
{
    [Function(nameof(MailOverviewFromReview))]
    public Task<IResult> MailOverviewFromReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + LinkPaths.Overview)] HttpRequest request,
        string token,
        CancellationToken cancellation) => MailAsync(token, LinkPurpose.Review, cancellation);

    [Function(nameof(MailOverviewFromDesk))]
    public Task<IResult> MailOverviewFromDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Desk + "/{token}/" + LinkPaths.Overview)] HttpRequest request,
        string token,
        CancellationToken cancellation) => MailAsync(token, LinkPurpose.Desk, cancellation);

    private Task<IResult> MailAsync(string token, LinkPurpose purpose, CancellationToken cancellation) => links.OpenAsync(
        token,
        purpose,
        async visit =>
        {
            await overviews.TellOnRequestAsync(visit.Person, cancellation);
            return Page.SeeOther(LinkPaths.RenewedAddress);
        },
        cancellation);
}
