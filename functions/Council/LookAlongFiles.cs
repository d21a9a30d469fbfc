using Initiatiefloket.Documents;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>The documents of a case that the coordinator released to the council. Each request is looked at anew, so that what is taken back is closed at once.</summary>
public sealed class LookAlongFiles(PersonalLinks links, DocumentLibrary documents, Policy policy, TimeProvider clock)
{
    /// <summary>Part of the address of a document, behind that of the page.</summary>
    public const string Document = "document";

    /// <summary>Last part of the address at which it is shown on the page.</summary>
    public const string Show = "bekijken";

    private const string Route = LinkPaths.LookAlong + "/{token}/" + Document + "/{id}";

    /// <summary>A document to be saved.</summary>
    [Function(nameof(OpenCouncilDocument))]
    public Task<IResult> OpenCouncilDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, string id, CancellationToken cancellation) =>
        OpenAsync(token, id, DocumentView.Download, cancellation);

    /// <summary>A document to be seen on the page.</summary>
    [Function(nameof(ShowCouncilDocument))]
    public Task<IResult> ShowCouncilDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + Show)] HttpRequest request, string token, string id, CancellationToken cancellation) =>
        OpenAsync(token, id, DocumentView.Inline, cancellation);

    // Not for whoever is involved (Awb 2:4), nor for whoever left the council.
    private Task<IResult> OpenAsync(string token, string id, DocumentView view, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.LookAlong,
        visit => visit.Initiative.MaySeeCase(visit.Person) && policy.HasCouncilMember(visit.Person.CouncilMemberId!, LocalTime.DayOf(clock.GetUtcNow()))
            ? documents.OpenForCouncilAsync(visit.Initiative, id, view, cancellation)
            : Task.FromResult(Page.NotFound()),
        cancellation);
}
