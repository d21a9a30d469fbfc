using Initiatiefloket.Assignment;
using Initiatiefloket.Confirming;
using Initiatiefloket.Links;
using Initiatiefloket.Review;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Reviewers;

/// <summary>
/// From a case that is decided on to the next one, or to all. Only in a browser in which the overview was opened with a code: whoever was forwarded a mail about one case
/// gets to no other. Elsewhere the page offers to mail the overview.
/// </summary>
public sealed class NextCases(PersonalLinks links, OverviewGate gate, CaseLists lists, LinkMaker maker)
{
    private const string Route = LinkPaths.Review + "/{token}/";

    /// <summary>The case that waits longest for this person's vote; the overview when none does.</summary>
    [Function(nameof(OpenNextCase))]
    public Task<IResult> OpenNextCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ReviewNavigation.NextCase)] HttpRequest request,
        string token,
        CancellationToken cancellation) => OpenAsync(token, visit => NextAsync(visit, cancellation), cancellation);

    [Function(nameof(OpenAllCases))]
    public Task<IResult> OpenAllCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ReviewNavigation.AllCases)] HttpRequest request,
        string token,
        CancellationToken cancellation) => OpenAsync(token, visit => AllAsync(visit, cancellation), cancellation);

    private Task<IResult> OpenAsync(string token, Func<LinkVisit, Task<string>> find, CancellationToken cancellation) => links.OpenAsync(
        token,
        LinkPurpose.Review,
        async visit => gate.IsKnown(visit) ? Page.SeeOther(await find(visit)) : Page.Show<OverviewFirstPage>(new { visit.Address }),
        cancellation);

    private async Task<string> NextAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var open = await lists.ReadOpenAsync(visit.Person, cancellation);
        return open.Where(initiative => ListedCase.Awaits(initiative, visit.Person)).MinBy(initiative => initiative.ReceivedAt) is { } next
            ? await maker.NewPathAsync(visit.Link, LinkPurpose.Review, next.Id, next.Round, cancellation)
            : await AllAsync(visit, cancellation);
    }

    private Task<string> AllAsync(LinkVisit visit, CancellationToken cancellation) =>
        maker.NewPathAsync(visit.Link, LinkPurpose.Overview, Link.NoInitiative, round: 0, cancellation);
}
