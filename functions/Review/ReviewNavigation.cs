using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>Where the review page leads: the documents of the case, and other pages of whoever decides, by a link made for it.</summary>
public sealed class ReviewNavigation(PersonalLinks links, LinkMaker maker, DocumentLibrary documents)
{
    /// <summary>Last part of the address that leads to the round of now.</summary>
    public const string PresentRound = "nu";

    /// <summary>Last part of the address that leads to the desk.</summary>
    public const string Desk = "loket";

    /// <summary>Last part of the address at which a document is shown on the page.</summary>
    public const string Show = "bekijken";

    /// <summary>Last part of the address that leads to the next case that waits for this person.</summary>
    public const string NextCase = "volgende";

    /// <summary>Last part of the address that leads to all their cases.</summary>
    public const string AllCases = "alle";

    private const string Route = LinkPaths.Review + "/{token}/";
    private const string DocumentRoute = Route + "document/{id}";

    /// <summary>Takes who followed the link of an earlier round to the one that waits for them now.</summary>
    [Function(nameof(OpenPresentRound))]
    public Task<IResult> OpenPresentRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + PresentRound)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        LeadAsync(token, LinkPurpose.Review, (link, initiative) => initiative.IsOpenInLaterRound(link.Person, link.Round), cancellation);

    /// <summary>Takes the coordinator to the page of the case at the desk, where a place can be handed over.</summary>
    [Function(nameof(OpenAtDesk))]
    public Task<IResult> OpenAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + Desk)] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        LeadAsync(token, LinkPurpose.Desk, (link, _) => link.Person == Actor.Coordinator, cancellation);

    /// <summary>A document to be saved.</summary>
    [Function(nameof(OpenReviewDocument))]
    public Task<IResult> OpenReviewDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DocumentRoute)] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) => OpenDocumentAsync(token, id, DocumentView.Download, cancellation);

    /// <summary>A document to be seen on the page.</summary>
    [Function(nameof(ShowReviewDocument))]
    public Task<IResult> ShowReviewDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DocumentRoute + "/" + Show)] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) => OpenDocumentAsync(token, id, DocumentView.Inline, cancellation);

    // Back to their own page, which says how it stands, when the other one is not for them.
    private Task<IResult> LeadAsync(
        string token, LinkPurpose purpose, Func<Link, Initiative, bool> isForThem, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Review,
            async visit => Page.SeeOther(isForThem(visit.Link, visit.Initiative)
                ? await maker.NewPathAsync(visit.Link, purpose, visit.Initiative.Id, visit.Initiative.Round, cancellation)
                : visit.Address),
            cancellation);

    private Task<IResult> OpenDocumentAsync(string token, string id, DocumentView view, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.Review,
        visit => visit.Initiative.MayReadCase(visit.Person)
            ? documents.OpenSentAsync(visit.Initiative, id, view, cancellation)
            : Task.FromResult(Page.NotFound()),
        cancellation);
}
