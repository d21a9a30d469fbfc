using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>Takes who followed the link of an earlier round to the one that waits for them now.</summary>
public sealed class PresentRoundPages(PersonalLinks links, LinkMaker maker)
{
    /// <summary>Last part of the address.</summary>
    public const string Segment = "nu";

    /// <summary>Makes a link to the round of now and goes there; back to the page, which says how it stands, when that round waits for others.</summary>
    [Function(nameof(OpenPresentRound))]
    public Task<IResult> OpenPresentRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LinkPaths.Review + "/{token}/" + Segment)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async (link, initiative) => Page.SeeOther(initiative.IsOpenInLaterRound(link.Person, link.Round)
                ? await maker.NewPathAsync(LinkPurpose.Review, initiative.Id, link.Person, initiative.Round, cancellation)
                : LinkPaths.AddressOf(LinkPurpose.Review, token)),
            cancellation);
}
