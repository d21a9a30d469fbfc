using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Support;

/// <summary>
/// The page on which whoever decides, or the coordinator, lets neighbours read an initiative, or not any more. With a tick, because programs that scan mail press
/// buttons too.
/// </summary>
public sealed class ReleasePages(PersonalLinks links, InitiativeTable initiatives, Releases releases, Policy policy)
{
    /// <summary>Last part of the address, behind that of the page to decide and of the page at the desk.</summary>
    public const string Segment = "vrijgeven";

    public const string ActionField = "actie";
    public const string Release = "vrijgeven";
    public const string TakeBack = "terugnemen";

    /// <summary>The tick.</summary>
    public const string SureField = "zeker";

    private const string ReviewRoute = LinkPaths.Review + "/{token}/" + Segment;
    private const string DeskRoute = LinkPaths.Desk + "/{token}/" + Segment;

    [Function(nameof(ShowReleaseFromReview))]
    public Task<IResult> ShowReleaseFromReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReviewRoute)] HttpRequest request, string token, CancellationToken cancellation) =>
        PageFor(LinkPurpose.Review).GetAsync(token, new ReleaseForm("", IsSure: false), cancellation);

    [Function(nameof(ReleaseFromReview))]
    public Task<IResult> ReleaseFromReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReviewRoute)] HttpRequest request, string token, CancellationToken cancellation) =>
        PageFor(LinkPurpose.Review).PostAsync(token, visit => ActAsync(visit, cancellation), cancellation);

    [Function(nameof(ShowReleaseAtDesk))]
    public Task<IResult> ShowReleaseAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DeskRoute)] HttpRequest request, string token, CancellationToken cancellation) =>
        PageFor(LinkPurpose.Desk).GetAsync(token, new ReleaseForm("", IsSure: false), cancellation);

    [Function(nameof(ReleaseAtDesk))]
    public Task<IResult> ReleaseAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeskRoute)] HttpRequest request, string token, CancellationToken cancellation) =>
        PageFor(LinkPurpose.Desk).PostAsync(token, visit => ActAsync(visit, cancellation), cancellation);

    // Who may not release it goes back to their own page, which says how it stands.
    private LinkPage<ReleaseForm> PageFor(LinkPurpose purpose) => new(links, purpose)
    {
        Read = (_, posted) => new ReleaseForm(posted.Text(ActionField), posted.ContainsKey(SureField)),
        InPlace = visit => visit.Initiative.MayBeReleasedBy(visit.Person) ? null : Page.SeeOther(visit.Address),
        Show = async (visit, cancellation) => Page.Show<ReleasePage>(
            new
            {
                visit.Initiative,
                (await initiatives.GetApplicationAsync(visit.Initiative.Id, cancellation)).Plan,
                Policy = policy,
                Back = visit.Address,
                visit.Errors,
            },
            visit.Errors),
        Onward = visit => $"{visit.Address}/{Segment}",
    };

    private async Task ActAsync(LinkVisit<ReleaseForm> visit, CancellationToken cancellation)
    {
        switch (visit.Form)
        {
            case { IsSure: false }:
                visit.Errors.Add(SureField, "Zet een vinkje als u het zeker weet.");
                break;
            case { Action: Release }:
                await releases.ReleaseAsync(visit.Initiative.Id, visit.Person, cancellation);
                break;
            case { Action: TakeBack }:
                await releases.TakeBackAsync(visit.Initiative.Id, visit.Person, cancellation);
                break;
            default:
                visit.Errors.Add("", "Druk op de knop onder het plan.");
                break;
        }
    }
}

/// <summary>What the page posts.</summary>
/// <param name="Action">The button that was pressed.</param>
/// <param name="IsSure">Whether there was a tick.</param>
public sealed record ReleaseForm(string Action, bool IsSure);
