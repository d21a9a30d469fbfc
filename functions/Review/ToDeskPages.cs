using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>Takes the coordinator from the page on which they may decide to the page of the case at the desk, where a place can be handed over.</summary>
public sealed class ToDeskPages(PersonalLinks links, LinkMaker maker)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "loket";

    /// <summary>Makes a link to the page at the desk and goes there; anybody else is sent back to their own page.</summary>
    [Function(nameof(OpenAtDesk))]
    public Task<IResult> OpenAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + Segment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async (link, initiative) => Page.SeeOther(link.Person == Actor.Coordinator
                ? await maker.NewPathAsync(LinkPurpose.Desk, initiative.Id, link.Person, initiative.Round, cancellation)
                : LinkPaths.AddressOf(LinkPurpose.Review, token)),
            cancellation);
}
