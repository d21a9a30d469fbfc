using System.Diagnostics;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>
/// The steps of a digest. There is a watermark for the digest as a whole, and one for each member: it moves when the mail service takes their mail. Whoever was
/// refused is told the same news by the next digest, and by one of another day also when there is no other news.
/// </summary>
public sealed class CouncilDigestActivities(
    ChangeFeedTable feed, InitiativeTable initiatives, OfficePost post, People people, LinkMaker links, Policy policy)
{
    private const string Reader = "council-digest";

    [Function(nameof(FindNews))]
    public async Task<DigestIssue> FindNews([ActivityTrigger] string? unused, CancellationToken cancellation)
    {
        var after = await feed.GetWatermarkAsync(Reader, cancellation);
        var through = await feed.GetNewestAsync(cancellation);
        var due = new List<string>();
        foreach (var member in policy.Council.Members)
        {
            if (await GetToldAsync(member.Id, after, cancellation) < through)
            {
                due.Add(member.Id);
            }
        }

        return new DigestIssue(after, through, due);
    }

    /// <summary>
    /// Mails all members and then moves the watermark, in one step: the news is read once. When the mail service fails half way it runs again; who was
    /// sent the digest up to the same entry is not sent it twice.
    /// </summary>
    [Function(nameof(MailDigest))]
    public async Task MailDigest([ActivityTrigger] DigestIssue issue, CancellationToken cancellation)
    {
        var newsAfter = new Dictionary<long, List<Initiative>>();
        foreach (var member in issue.MemberIds)
        {
            var told = await GetToldAsync(member, issue.After, cancellation);
            if (told < issue.Through)
            {
                var news = newsAfter[told] = newsAfter.GetValueOrDefault(told) ?? await ReadNewsAsync(told, issue.Through, cancellation);
                var isTaken = await MailAsync(member, news, issue, cancellation);
                await feed.SetWatermarkAsync(ReaderOf(member), isTaken ? issue.Through : told, cancellation);
            }
        }

        await feed.SetWatermarkAsync(Reader, issue.Through, cancellation);
    }

    private async Task<bool> MailAsync(string member, List<Initiative> news, DigestIssue issue, CancellationToken cancellation)
    {
        var person = Actor.CouncilMember(member);
        var posted = await post.SendAsync(
            new MailKey($"digest-{issue.Through}", member, MailKind.CouncilDigest),
            person,
            people.Find(person),
            async () => DigestMail.Compose(await ItemsAsync(news, person, cancellation), policy),
            cancellation);
        return posted switch
        {
            Posted.Sent or Posted.SentBefore => true,
            Posted.Refused => false,
            Posted.NotWanted or _ => throw new UnreachableException(),
        };
    }

    // Whoever has no watermark of their own was told as much as everybody.
    private async Task<long> GetToldAsync(string member, long everybody, CancellationToken cancellation) =>
        await feed.FindWatermarkAsync(ReaderOf(member), cancellation) ?? everybody;

    private static string ReaderOf(string member) => $"{Reader}-{member}";

    private async Task<List<Initiative>> ReadNewsAsync(long after, long through, CancellationToken cancellation)
    {
        var news = new List<Initiative>();
        var entries = await feed.ReadAsync(after, through, cancellation);
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
