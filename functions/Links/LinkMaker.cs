using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Links;

/// <summary>Makes the addresses that go into mails.</summary>
public sealed class LinkMaker(
    LinkTable links, LinkIndex index, LinkHolders holders, Policy policy, TimeProvider clock, IOptions<SiteOptions> site)
{
    /// <summary>A new personal link, valid for the policy's term.</summary>
    /// <returns>Its address, or a <see cref="CodeAddress"/> where the policy forbids links in mail.</returns>
    public async Task<Uri> NewAsync(LinkPurpose purpose, string initiativeId, Actor person, int round, CancellationToken cancellation)
    {
        await index.RememberAsync(person, purpose, initiativeId, cancellation);
        return await IssueAsync(await LinkToAsync(purpose, initiativeId, person, round, cancellation), cancellation);
    }

    /// <summary>
    /// A new link to all cases of a reviewer or the coordinator, or to the council's page of a member. It is not in the index: whoever has such an address has an
    /// overview.
    /// </summary>
    public Task<Uri> NewOverviewAsync(Actor person, CancellationToken cancellation) =>
        NewOfNoCaseAsync(person.CouncilMemberId is null ? LinkPurpose.Overview : LinkPurpose.Council, person, cancellation);

    /// <summary>A new link that is about no initiative in particular.</summary>
    public async Task<Uri> NewOfNoCaseAsync(LinkPurpose purpose, Actor person, CancellationToken cancellation) =>
        await IssueAsync(await LinkToAsync(purpose, Link.NoInitiative, person, round: 0, cancellation), cancellation);

    /// <summary>A new personal link for somebody who is on another page of theirs: it needs no mail, and so no code.</summary>
    /// <param name="from">The link behind which they are.</param>
    /// <param name="purpose">What the new one is good for.</param>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="round">The round that it belongs to; 0 where rounds do not matter.</param>
    /// <returns>Its path, with leading slash.</returns>
    public async Task<string> NewPathAsync(Link from, LinkPurpose purpose, string initiativeId, int round, CancellationToken cancellation)
    {
        var link = (await LinkToAsync(purpose, initiativeId, from.Person, round, cancellation)) with { Root = from.Root };
        var token = await links.IssueAsync(link, cancellation);
        return LinkPaths.AddressOf(purpose, token);
    }

    /// <summary>Something to mail with which somebody goes on with a form that is not sent yet.</summary>
    /// <param name="draftId">Id of the draft.</param>
    /// <param name="expiresAt">When the draft is removed.</param>
    public async Task<DraftLink> NewForDraftAsync(string draftId, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        if (policy.Mail.CodesInsteadOfLinks)
        {
            var code = await links.IssueCodeAsync(new Link(LinkPurpose.Draft, draftId, Actor.Applicant, Round: 0, expiresAt), cancellation);
            return new DraftLink(await links.TokenOfAsync(code, cancellation), new CodeAddress(AddressOf(CodePages.Route), code));
        }

        var token = LinkTable.NewToken();
        return new DraftLink(token, AddressOf(LinkPaths.PathOf(LinkPurpose.Draft, token)));
    }

    /// <summary>The whole address of a page of the site.</summary>
    /// <param name="path">Path without leading slash.</param>
    public Uri AddressOf(string path) => new($"{site.Value.PublicAddress.TrimEnd('/')}/{path}");

    /// <summary>When a link that is made now dies.</summary>
    public DateTimeOffset EndOf(LinkPurpose purpose)
    {
        var term = purpose is LinkPurpose.ConfirmEmail or LinkPurpose.ConfirmNewAddress ? policy.Terms.ConfirmEmail : policy.Terms.LinkValidity;
        return term.EndsAt(clock.GetUtcNow(), policy.WorkingDays);
    }

    private async Task<Link> LinkToAsync(LinkPurpose purpose, string initiativeId, Actor person, int round, CancellationToken cancellation) =>
        new(purpose, initiativeId, person, round, EndOf(purpose)) { AddressKey = await holders.AddressKeyOfAsync(person, cancellation) };

    private async Task<Uri> IssueAsync(Link link, CancellationToken cancellation) => policy.Mail.CodesInsteadOfLinks
        ? new CodeAddress(AddressOf(CodePages.Route), await links.IssueCodeAsync(link, cancellation))
        : AddressOf(LinkPaths.PathOf(link.Purpose, await links.IssueAsync(link, cancellation)));
}
