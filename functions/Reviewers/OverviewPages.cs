using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Reviewers;

/// <summary>The page that lists all cases of a reviewer, or for the coordinator all cases.</summary>
public sealed class OverviewPages(PersonalLinks links, OverviewViews views, CaseLists lists, LinkMaker maker)
{
    public const string Route = LinkPaths.Overview + "/{token}";

    /// <summary>Last part of the address of what is over.</summary>
    public const string EndedSegment = "afgerond";

    /// <summary>Part of the address that opens a case.</summary>
    public const string CaseSegment = "zaak";

    [Function(nameof(ShowOverview))]
    public Task<IResult> ShowOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async link => Page.Show<OverviewPage>(new
            {
                View = await views.BuildAsync(token, link, cancellation),
                Form = AbsenceForm.Empty,
                Errors = new FormErrors(),
            }),
            cancellation);

    /// <summary>What was over before what stands at a place, a page at a time.</summary>
    [Function(nameof(ShowEnded))]
    public Task<IResult> ShowEnded(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/" + EndedSegment + "/{after}")] HttpRequest request,
        string token,
        string after,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async link =>
            {
                if (PlaceAmongEnded.Read(after) is not { } place)
                {
                    return Page.NotFound();
                }

                var ended = await lists.ReadEndedAsync(link.Person, place, OverviewView.EndedAtOnce, cancellation);
                return Page.Show<EndedCasesPage>(new { Ended = ended, Token = token, link.Person });
            },
            cancellation);

    /// <summary>Makes a link to a case on the list and goes there. Not for a reviewer who is involved in it.</summary>
    [Function(nameof(OpenCase))]
    public Task<IResult> OpenCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + CaseSegment + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(
            token,
            LinkPurpose.Overview,
            async link => await lists.FindAsync(link.Person, id, cancellation) is { } initiative && ListedCase.MayOpen(initiative, link.Person)
                ? Page.SeeOther(await maker.NewPathAsync(PurposeOf(initiative, link.Person), id, link.Person, initiative.Round, cancellation))
                : Page.NotFound(),
            cancellation);

    // The coordinator sees a case at the desk, where it can be seen to, unless the decision is theirs.
    private static LinkPurpose PurposeOf(Initiative initiative, Actor person) =>
        person == Actor.Coordinator && !ListedCase.Awaits(initiative, person) ? LinkPurpose.Desk : LinkPurpose.Review;
}
