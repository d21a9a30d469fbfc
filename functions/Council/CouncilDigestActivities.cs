using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>The steps of a digest. The watermark moves only when all mails are out.</summary>
public sealed class CouncilDigestActivities(
    ChangeFeedTable feed, InitiativeTable initiatives, OfficePost post, People people, LinkMaker links, Policy policy)
{
    private const string Reader = "council-digest";

    [Function(nameof(FindNews))]
    public async Task<DigestIssue> FindNews([ActivityTrigger] string? unused, CancellationToken cancellation)
    {
        var after = await feed.GetWatermarkAsync(Reader, cancellation);
        var through = await feed.GetNewestAsync(cancellation);
        return new DigestIssue(after, through, through == after ? [] : [.. policy.Council.Members.Select(member => member.Id)]);
    }

    /// <summary>
    /// Mails all members and then moves the watermark, in one step: the news is read once. When the mail service fails half way it runs again; who was
    /// sent the digest up to the same entry is not sent it twice.
    /// </summary>
    [Function(nameof(MailDigest))]
    public async Task MailDigest([ActivityTrigger] DigestIssue issue, CancellationToken cancellation)
    {
        var news = await ReadNewsAsync(issue, cancellation);
        foreach (var member in issue.MemberIds)
        {
            var person = Actor.CouncilMember(member);
            await post.TellAsync(
                new MailKey($"digest-{issue.Through}", member, MailKind.CouncilDigest),
                person,
                people.Find(person),
                async () => DigestMail.Compose(await ItemsAsync(news, person, cancellation), policy),
                cancellation);
        }

        await feed.SetWatermarkAsync(Reader, issue.Through, cancellation);
    }

    private async Task<List<Initiative>> ReadNewsAsync(DigestIssue issue, CancellationToken cancellation)
    {
        var news = new List<Initiative>();
        var entries = await feed.ReadAsync(issue.After, issue.Through, cancellation);
        foreach (var id in entries.Select(entry => entry.InitiativeId).Distinct())
        {
            news.Add(await initiatives.GetAsync(id, cancellation));
        }

        return news;
    }

    private async Task<List<DigestItem>> ItemsAsync(List<Initiative> news, Actor person, CancellationToken cancellation)
    {
        var items = new List<DigestItem>();
        foreach (var initiative in news)
        {
            var link = initiative.VerdictOf(initiative.Round) is null
                ? null
                : await links.NewAsync(LinkPurpose.LookAlong, initiative.Id, person, initiative.Round, cancellation);
            items.Add(new DigestItem(initiative, link));
        }

        return items;
    }
}
