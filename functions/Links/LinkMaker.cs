using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Links;

/// <summary>Makes the addresses that go into mails.</summary>
public sealed class LinkMaker(LinkTable links, Policy policy, TimeProvider clock, IOptions<SiteOptions> site)
{
    /// <summary>A new personal link, valid for the policy's term.</summary>
    public async Task<Uri> NewAsync(LinkPurpose purpose, string initiativeId, string person, int round, CancellationToken cancellation)
    {
        var term = purpose is LinkPurpose.ConfirmEmail or LinkPurpose.ConfirmNewAddress ? policy.Terms.ConfirmEmail : policy.Terms.LinkValidity;
        var link = new Link(purpose, initiativeId, person, round, term.EndsAt(clock.GetUtcNow(), policy.WorkingDays));
        var token = await links.IssueAsync(link, cancellation);
        return new Uri($"{site.Value.PublicAddress.TrimEnd('/')}/{LinkPaths.PathOf(purpose, token)}");
    }
}
