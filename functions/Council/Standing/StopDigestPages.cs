using Initiatiefloket.Council.Digests;
using Initiatiefloket.Links;
using Initiatiefloket.Policies;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council.Standing;

/// <summary>
/// Stops a council member's digest: by the one press of a mail program, which posts without cookies or a page (RFC 8058), or on the page. The link is good for nothing
/// else; mails that ask a member to look along go on.
/// </summary>
public sealed class StopDigestPages(PersonalLinks links, DigestWishes wishes)
{
    /// <summary>The tick on the page: programs that scan mail press buttons, and know nothing of this one.</summary>
    public const string SureField = "zeker";

    private const string OneClickField = "List-Unsubscribe";
    private const string OneClick = "One-Click";
    private const string Route = LinkPaths.StopDigest + "/{token}";

    [Function(nameof(ShowStopDigest))]
    public Task<IResult> ShowStopDigest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.StopDigest, visit => ShowAsync(visit, [], cancellation), cancellation);

    /// <summary>Answers with a page, not an address to go on to: a mail program follows none. Whoever has the link may stop the digest, so that no other form can forge more than that.</summary>
    [Function(nameof(StopDigest))]
    [RequireAntiforgeryToken(false)]
    public Task<IResult> StopDigest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellation) =>
        links.OpenAsync(token, LinkPurpose.StopDigest, visit => StopAsync(visit, cancellation), cancellation);

    private async Task<IResult> StopAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var errors = new FormErrors();
        var posted = visit.Request.HasFormContentType ? await visit.Request.ReadFormAsync(cancellation) : FormCollection.Empty;
        if (posted[OneClickField] == OneClick || posted.ContainsKey(SureField))
        {
            await wishes.StopAsync(visit.Person, cancellation);
        }
        else
        {
            errors.Add(SureField, "Zet een vinkje als u geen overzicht meer wilt.");
        }

        return await ShowAsync(visit, errors, cancellation);
    }

    private async Task<IResult> ShowAsync(LinkVisit visit, FormErrors errors, CancellationToken cancellation)
    {
        var wish = await wishes.FindAsync(visit.Person, cancellation);
        return Page.Show<StopDigestPage>(new { IsStopped = wish.Timing.Every == DigestFrequency.Never, Errors = errors }, errors);
    }
}
