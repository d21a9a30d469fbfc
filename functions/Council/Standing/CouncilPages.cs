using Initiatiefloket.Assignment;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council.Standing;

/// <summary>
/// The page of a council member with all cases, and what they want of the digest. It asks for no code in a new browser, as the overview of a reviewer does: it shows
/// no applicant, and what it opens is what each digest and notice opens too.
/// </summary>
public sealed class CouncilPages(
    PersonalLinks links, CouncilCases cases, DigestWishes wishes, CaseLists lists, LinkMaker maker, Policy policy, People people)
{
    /// <summary>Part of the address that opens a case.</summary>
    public const string CaseSegment = "zaak";

    /// <summary>Last part of the address of what a member wants of the digest.</summary>
    public const string WishSegment = "overzicht";

    private const string Route = LinkPaths.Council + "/{token}";

    private LinkPage<DigestWishForm> WishPage => new(links, LinkPurpose.Council)
    {
        Read = (_, posted) => DigestWishForm.Read(posted),
        Show = (visit, _) => Task.FromResult(Page.Show<DigestWishPage>(new { visit.Form, visit.Errors, visit.Address, Policy = policy }, visit.Errors)),
    };

    [Function(nameof(ShowCouncilCases))]
    public Task<IResult> ShowCouncilCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Council, visit => ShowAsync(visit, cancellation), cancellation);

    /// <summary>Makes a link to a case and goes there; only where there is something to see.</summary>
    [Function(nameof(OpenCouncilCase))]
    public Task<IResult> OpenCouncilCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + CaseSegment + "/{id}")] HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.Council, visit => OpenAsync(visit, id, cancellation), cancellation);

    [Function(nameof(ShowDigestWish))]
    public Task<IResult> ShowDigestWish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/" + WishSegment)] HttpRequest request, string token, CancellationToken cancellation) =>
        WishPage.GetAsync(token, async visit => DigestWishForm.Of(await wishes.FindAsync(visit.Person, cancellation)), cancellation);

    [Function(nameof(SaveDigestWish))]
    public Task<IResult> SaveDigestWish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/" + WishSegment)] HttpRequest request, string token, CancellationToken cancellation) =>
        WishPage.PostAsync(
            token,
            async visit =>
            {
                if (visit.Form.Check(policy, visit.Errors) is { } wish)
                {
                    await wishes.SaveAsync(visit.Person, wish, cancellation);
                }
            },
            cancellation);

    private async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var filter = CouncilFilter.Read(visit.Request.Query, policy);
        return Page.Show<CouncilPage>(new
        {
            Cases = await cases.ReadAsync(filter, visit.Person, cancellation),
            Filter = filter,
            visit.Person,
            people.Find(visit.Person).Name,
            visit.Address,
            Wish = await wishes.FindAsync(visit.Person, cancellation),
            Policy = policy,
        });
    }

    private async Task<IResult> OpenAsync(LinkVisit visit, string id, CancellationToken cancellation) =>
        await lists.FindAsync(Actor.Coordinator, id, cancellation) is { } initiative && initiative.VerdictOf(initiative.Round) is not null
            ? Page.SeeOther(await maker.NewPathAsync(visit.Link, LinkPurpose.LookAlong, id, initiative.Round, cancellation))
            : Page.NotFound();
}
