using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Review;

/// <summary>The documents of a case, for who decides on it.</summary>
public sealed class ReviewDocumentPages(PersonalLinks links, DocumentDesk documents)
{
    /// <summary>Last part of the address at which a document is shown on the page.</summary>
    public const string Show = "bekijken";
    private const string Route = LinkPaths.Review + "/{token}/document/{id}";

    /// <summary>A document to be saved.</summary>
    [Function(nameof(OpenReviewDocument))]
    public Task<IResult> OpenReviewDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) => OpenAsync(token, id, DocumentView.Download, cancellation);

    /// <summary>A document to be seen on the page.</summary>
    [Function(nameof(ShowReviewDocument))]
    public Task<IResult> ShowReviewDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/" + Show)] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) => OpenAsync(token, id, DocumentView.Inline, cancellation);

    private Task<IResult> OpenAsync(string token, string id, DocumentView view, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.Review,
        (link, initiative) => initiative.MaySeeCase(link.Person)
            ? documents.OpenSentAsync(initiative, id, view, cancellation)
            : Task.FromResult(Page.NotFound()),
        cancellation);
}
