using Initiatiefloket.Assignment;
using Initiatiefloket.Budget;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council.Digests;

/// <summary>Gathers what a digest tells.</summary>
public sealed class DigestNews(
    ChangeFeedTable feed, InitiativeTable initiatives, CaseLists lists, PotLedger pots, LinkMaker links, TimeProvider clock)
{
    /// <summary>The cases that changed in a stretch of the feed, as they stand now. What was erased since is no news.</summary>
    public async Task<IReadOnlyList<Initiative>> ReadAsync(long after, long through, CancellationToken cancellation)
    {
        var news = new List<Initiative>();
        var entries = await feed.ReadAsync(after, through, cancellation);
        foreach (var id in entries.Select(entry => entry.InitiativeId).Distinct())
        {
            if (await initiatives.FindAsync(id, cancellation) is { } initiative)
            {
                news.Add(initiative);
            }
        }

        return news;
    }

    /// <summary>What is the same for all members, without news. It is read once for all of them: the list of the coordinator has every case.</summary>
    public async Task<DigestMatter> StandAsync(CancellationToken cancellation) => new(
        [],
        [.. await lists.ReadOpenAsync(Actor.Coordinator, cancellation)],
        await pots.GetBalanceAsync(LocalTime.DayOf(clock.GetUtcNow()).Year, cancellation));

    /// <summary>The digest of one member, with links of their own.</summary>
    /// <param name="person">The member.</param>
    /// <param name="matter">What they want to read about.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<DigestEdition> EditionAsync(Actor person, DigestMatter matter, CancellationToken cancellation)
    {
        // Also what was news before and still waits for this member.
        var waiting = matter.Changed.Concat(matter.Open).DistinctBy(initiative => initiative.Id).Where(initiative => initiative.AwaitsLookOf(person)).OrderBy(initiative => initiative.WaitsUntil).ToList();
        var first = new List<DigestItem>();
        foreach (var initiative in waiting.Take(DigestEdition.MostInFull))
        {
            first.Add(new DigestItem(
                initiative,
                (await initiatives.GetApplicationAsync(initiative.Id, cancellation)).Plan,
                await links.NewAsync(LinkPurpose.LookAlong, initiative.Id, person, initiative.Round, cancellation)));
        }

        return new DigestEdition(
            first,
            [.. waiting.Skip(DigestEdition.MostInFull)],
            [.. matter.Changed.Where(initiative => !waiting.Contains(initiative))],
            await links.NewOverviewAsync(person, cancellation))
        {
            Pot = matter.Pot,
            StopAt = await links.NewOfNoCaseAsync(LinkPurpose.StopDigest, person, cancellation),
        };
    }
}

/// <summary>What digests are made of.</summary>
/// <param name="Changed">The cases with news.</param>
/// <param name="Open">The cases that run.</param>
/// <param name="Pot">How the pot of this year stands.</param>
public sealed record DigestMatter(IReadOnlyList<Initiative> Changed, IReadOnlyList<Initiative> Open, PotBalance Pot)
{
    /// <summary>What a member wants to read about.</summary>
    public DigestMatter For(DigestWish wish) => this with { Changed = [.. Changed.Where(wish.IsAbout)], Open = [.. Open.Where(wish.IsAbout)] };
}

/// <summary>What a digest tells one member.</summary>
/// <param name="Waiting">What waits for this member, what ends first in front.</param>
/// <param name="AlsoWaiting">The same, what does not fit.</param>
/// <param name="Others">What else changed.</param>
/// <param name="Page">The member's page with all cases.</param>
public sealed record DigestEdition(IReadOnlyList<DigestItem> Waiting, IReadOnlyList<Initiative> AlsoWaiting, IReadOnlyList<Initiative> Others, Uri Page)
{
    /// <summary>How many of what waits are told in full: the others stand on the page.</summary>
    public const int MostInFull = 1;

    /// <summary>How the pot of this year stands; null when there is none.</summary>
    public PotBalance? Pot { get; init; }

    /// <summary>Where a mail program stops the digest; null when it cannot.</summary>
    public Uri? StopAt { get; init; }
}

/// <summary>A case that waits for a member.</summary>
/// <param name="Initiative">As it stands now.</param>
/// <param name="Plan">What the applicant wants to do.</param>
/// <param name="LookAlong">A personal link to the case.</param>
public sealed record DigestItem(Initiative Initiative, string Plan, Uri LookAlong);
