using System.Diagnostics;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Council.Digests;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Council;

/// <summary>
/// The steps of a digest. There is a watermark for the digest as a whole, from which new members start, and one for each member: it moves when the mail service
/// takes their mail. When that is to be, their own choice says (<see cref="DigestSchedule"/>). Whoever was refused is told the same news on another day.
/// </summary>
public sealed class CouncilDigestActivities(
    ChangeFeedTable feed, CouncilMemberTable members, DigestNews news, OfficePost post, People people, Policy policy, TimeProvider clock)
{
    private const string Reader = "council-digest";

    // A timer may fire a moment early, which must not put off a digest by an hour.
    private static readonly TimeSpan MostEarly = TimeSpan.FromMinutes(1);

    // Whoever is seen for the first time gets the digest of this hour.
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private DateTimeOffset Now => clock.GetUtcNow() + MostEarly;

    [Function(nameof(FindNews))]
    public async Task<DigestIssue> FindNews([ActivityTrigger] string? unused, CancellationToken cancellation)
    {
        var after = await feed.GetWatermarkAsync(Reader, cancellation);
        var through = await feed.GetNewestAsync(cancellation);
        var due = new List<string>();
        foreach (var member in policy.Council.MembersOn(LocalTime.DayOf(Now)))
        {
            var told = await GetToldAsync(member.Id, after, cancellation);
            var reader = await members.SeeAsync(member.Id, First, LocalTime.DayOf(Now), cancellation);
            if (!DigestSchedule.IsDue(reader, policy.Council, Now))
            {
                continue;
            }

            if (told < through)
            {
                due.Add(member.Id);
            }
            else if (reader.WishOr(policy.Council.Digest).Timing.Every != DigestFrequency.AtOnce)
            {
                // Nothing to tell: what comes later waits for the next moment.
                await HandledAsync(member.Id, cancellation);
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
        var standing = await news.StandAsync(cancellation);
        var newsAfter = new Dictionary<long, DigestMatter>();
        foreach (var member in issue.MemberIds)
        {
            var told = await GetToldAsync(member, issue.After, cancellation);
            if (told < issue.Through)
            {
                var matter = newsAfter[told] = newsAfter.GetValueOrDefault(told) ?? standing with { Changed = await news.ReadAsync(told, issue.Through, cancellation) };
                await TellAsync(member, matter, issue, cancellation);
            }
        }

        await feed.SetWatermarkAsync(Reader, issue.Through, cancellation);
    }

    private DigestReader First => new(Now - Hour);

    private async Task TellAsync(string member, DigestMatter matter, DigestIssue issue, CancellationToken cancellation)
    {
        var wish = (await members.FindAsync(member, cancellation) ?? First).WishOr(policy.Council.Digest);
        if (await MailAsync(member, matter.For(wish), issue, cancellation))
        {
            // In this order: should the app stop in between, the mail is found in the log, and the watermark moves then.
            await HandledAsync(member, cancellation);
            await feed.SetWatermarkAsync(ReaderOf(member), issue.Through, cancellation);
        }
        else
        {
            await members.ChangeAsync(member, First, reader => reader with { RefusedOn = LocalTime.DayOf(Now) }, cancellation);
        }
    }

    private async Task<bool> MailAsync(string member, DigestMatter matter, DigestIssue issue, CancellationToken cancellation)
    {
        if (matter.Changed.Count == 0)
        {
            return true;
        }

        var person = Actor.CouncilMember(member);
        var posted = await post.SendAsync(
            new MailKey($"digest-{issue.Through}", member, MailKind.CouncilDigest),
            person,
            people.Find(person),
            async () => DigestMail.Compose(await news.EditionAsync(person, matter, cancellation), policy),
            cancellation);
        return posted switch
        {
            Posted.Sent or Posted.SentBefore => true,
            Posted.Refused => false,
            Posted.NotWanted or _ => throw new UnreachableException(),
        };
    }

    private Task<DigestReader> HandledAsync(string member, CancellationToken cancellation) =>
        members.ChangeAsync(member, First, reader => reader with { HandledAt = Now, RefusedOn = null }, cancellation);

    // Whoever has no watermark of their own was told as much as everybody, and has one from then on: others may be told more before they are.
    private async Task<long> GetToldAsync(string member, long everybody, CancellationToken cancellation)
    {
        if (await feed.FindWatermarkAsync(ReaderOf(member), cancellation) is { } told)
        {
            return told;
        }

        await feed.SetWatermarkAsync(ReaderOf(member), everybody, cancellation);
        return everybody;
    }

    private static string ReaderOf(string member) => $"{Reader}-{member}";
}
