using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>Takes people from the page of a decision on to another page of theirs, by a link made for it.</summary>
public sealed class OnwardPages(PersonalLinks links, LinkMaker maker)
{
    /// <summary>Last part of the address that leads to the round of now.</summary>
    public const string PresentRound = "nu";

    /// <summary>Last part of the address that leads to the desk.</summary>
    public const string Desk = "loket";

    private const string Route = LinkPaths.Review + "/{token}/";

    /// <summary>Takes who followed the link of an earlier round to the one that waits for them now.</summary>
    [Function(nameof(OpenPresentRound))]
    public Task<IResult> OpenPresentRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + PresentRound)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(token, LinkPurpose.Review, (link, initiative) => initiative.IsOpenInLaterRound(link.Person, link.Round), cancellation);

    /// <summary>Takes the coordinator to the page of the case at the desk, where a place can be handed over.</summary>
    [Function(nameof(OpenAtDesk))]
    public Task<IResult> OpenAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + Desk)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        OpenAsync(token, LinkPurpose.Desk, (link, _) => link.Person == Actor.Coordinator, cancellation);

    // Back to their own page, which says how it stands, when the other one is not for them.
    private Task<IResult> OpenAsync(
        string token, LinkPurpose purpose, Func<Link, Initiative, bool> isForThem, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async (link, initiative) => Page.SeeOther(isForThem(link, initiative)
                ? await maker.NewPathAsync(purpose, initiative.Id, link.Person, initiative.Round, cancellation)
                : LinkPaths.AddressOf(LinkPurpose.Review, token)),
            cancellation);
}
