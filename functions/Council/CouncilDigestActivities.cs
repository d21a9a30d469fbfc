using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>The steps of a digest. The watermark moves only when all mails are out.</summary>
public sealed class CouncilDigestActivities(
    ChangeFeedTable feed, InitiativeTable initiatives, Post post, AddressBook addresses, LinkMaker links, Policy policy)
{
    private const string Reader = "council-digest";

    [Function(nameof(FindNews))]
    public async Task<DigestIssue> FindNews([ActivityTrigger] string? unused, CancellationToken cancellation)
    {
        var after = await feed.GetWatermarkAsync(Reader, cancellation);
        var through = await feed.GetNewestAsync(cancellation);
        return new DigestIssue(after, through, through == after ? [] : [.. policy.Council.Members.Select(member => member.Id)]);
    }

    [Function(nameof(MailDigest))]
    public async Task MailDigest([ActivityTrigger] DigestForMember digest, CancellationToken cancellation)
    {
        var person = Actor.CouncilMember(digest.MemberId);
        await post.SendOnceAsync(
            new MailKey($"digest-{digest.Through}", digest.MemberId),
            addresses.Find(person),
            async () => DigestMail.Compose(await ItemsAsync(digest, person, cancellation), policy),
            cancellation);
    }

    [Function(nameof(CloseDigest))]
    public Task CloseDigest([ActivityTrigger] DigestIssue issue, CancellationToken cancellation) =>
        feed.SetWatermarkAsync(Reader, issue.Through, cancellation);

    private async Task<List<DigestItem>> ItemsAsync(DigestForMember digest, string person, CancellationToken cancellation)
    {
        var items = new List<DigestItem>();
        var news = await feed.ReadAsync(digest.After, digest.Through, cancellation);
        foreach (var id in news.Select(entry => entry.InitiativeId).Distinct())
        {
            var initiative = await initiatives.GetAsync(id, cancellation);
            var link = initiative.VerdictOf(initiative.Round) is null
                ? null
                : await links.NewAsync(LinkPurpose.LookAlong, id, person, initiative.Round, cancellation);
            items.Add(new DigestItem(initiative, link));
        }

        return items;
    }
}
