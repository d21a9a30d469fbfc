using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Initiatiefloket.Links;

/// <summary>Finds the links of whoever has an e-mail address: applicant, reviewer, council member, coordinator, or several of these.</summary>
public sealed class LinkFinder(LinkIndex index, InitiativeTable initiatives, People people, Policy policy, TimeProvider clock)
{
    private const int MostLinks = 20;

    /// <summary>Who it is, and what they need.</summary>
    /// <param name="emailKeys">Keys of the address (<see cref="LinkIndex.KeysOfAsync"/>).</param>
    public async Task<LinksFound> FindAsync(IReadOnlyCollection<string> emailKeys, CancellationToken cancellation)
    {
        var professionals = await ProfessionalsAtAsync(emailKeys, cancellation);
        var holders = new List<Recipient>();
        var needed = new List<LostLink>();
        await foreach (var held in HeldByAsync(emailKeys, professionals, cancellation))
        {
            if (await NeededAsync(held, cancellation) is not { } link)
            {
                continue;
            }

            var holder = await people.FindAsync(held.InitiativeId, held.Person, cancellation);
            if (emailKeys.Contains(await index.KeyOfAsync(holder.Email, cancellation)))
            {
                holders.Add(holder);
                needed.Add(link);
            }
        }

        var newest = needed.DistinctBy(link => (link.Initiative.Id, link.Link)).OrderByDescending(link => link.Initiative.ReceivedAt);
        var to = holders.Concat(professionals.Select(people.Find)).FirstOrDefault(person => person.IsConfirmed) ?? holders.FirstOrDefault();
        return new LinksFound(to, [.. newest.Take(MostLinks)])
        {
            Overviews = professionals,
        };
    }

    private async IAsyncEnumerable<SentLink> HeldByAsync(
        IReadOnlyCollection<string> emailKeys, IReadOnlyList<Actor> professionals, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var held in await index.FindApplicantsAsync(emailKeys, cancellation))
        {
            yield return held;
        }

        foreach (var person in professionals)
        {
            foreach (var held in await index.FindProfessionalsAsync(person, cancellation))
            {
                yield return held;
            }
        }
    }

    private async Task<IReadOnlyList<Actor>> ProfessionalsAtAsync(IReadOnlyCollection<string> emailKeys, CancellationToken cancellation)
    {
        var here = new List<Actor>();
        var today = LocalTime.DayOf(clock.GetUtcNow());
        foreach (var person in policy.Professionals.Where(person => !policy.IsOutOfOffice(person, today)))
        {
            if (emailKeys.Contains(await index.KeyOfAsync(people.Find(person).Email, cancellation)))
            {
                here.Add(person);
            }
        }

        return here;
    }

    private async Task<LostLink?> NeededAsync(SentLink held, CancellationToken cancellation)
    {
        if (await initiatives.FindAsync(held.InitiativeId, cancellation) is not { } initiative)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var lastChange = initiative.IsClosed ? (await initiatives.GetEventsAsync(initiative.Id, cancellation))[^1].At : now;
        if (CurrentLink.Of(held, initiative, lastChange, now) is { } link)
        {
            return new LostLink(initiative, link);
        }

        if (initiative.IsClosed && held.Person.IsProfessional)
        {
            await index.ForgetProfessionalAsync(held, cancellation);
        }

        return null;
    }
}

/// <summary>What became of a token that somebody followed.</summary>
public abstract record LinkFound
{
    private LinkFound()
    {
    }

    /// <summary>The link works.</summary>
    public sealed record Working(Link Link) : LinkFound;

    /// <summary>The link was real, but its time is over.</summary>
    public sealed record Expired(Link Link) : LinkFound;

    /// <summary>The link was real, but went to an address at which its holder does not read mail any more; its time may be over as well.</summary>
    public sealed record ForFormerAddress(Link Link) : LinkFound;

    /// <summary>The link was real, but its holder is on the council on other days than this one.</summary>
    public sealed record OutOfOffice : LinkFound;

    /// <summary>Nobody was ever sent this, or it was cut off in the mail.</summary>
    public sealed record Unknown : LinkFound;

    /// <summary>Not looked up: whoever follows it followed too many that nobody was sent.</summary>
    /// <param name="Wait">How long until it is looked up again.</param>
    public sealed record NotTried(TimeSpan Wait) : LinkFound;
}

/// <summary>
/// A choice that a link prepares on the page that it opens, in the query: <c>/beoordelen/…?keuze=afwijzen</c>. It only shows that part of the page first;
/// it decides nothing, and a page takes any other word for no choice.
/// </summary>
public static class LinkChoice
{
    /// <summary>Name in the query.</summary>
    public const string Key = "keuze";

    /// <summary>The same link with this choice prepared. A <see cref="CodeAddress"/> stays as it is: its code is typed once and opens the page, where all choices are.</summary>
    public static Uri WithChoice(this Uri link, string choice) =>
        link is CodeAddress ? link : new Uri(QueryHelpers.AddQueryString(link.AbsoluteUri, Key, choice));

    /// <summary>What the link prepared, or null: whatever stands in the address, for the page to compare with what it knows.</summary>
    public static string? Of(HttpRequest request) => request.Query[Key] is [{ Length: > 0 } choice] ? choice : null;
}
