using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Links;

/// <summary>Finds the links of whoever has an e-mail address: applicant, reviewer, council member, coordinator, or several of these.</summary>
public sealed class LinkFinder(LinkIndex index, InitiativeTable initiatives, AddressBook addresses, Policy policy, TimeProvider clock)
{
    private const int MostLinks = 20;

    /// <summary>Who it is, and what they need.</summary>
    /// <param name="emailKey">Key of the address (<see cref="LinkIndex.KeyOfAsync"/>).</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<LinksFound> FindAsync(string emailKey, CancellationToken cancellation)
    {
        var professionals = await ProfessionalsAtAsync(emailKey, cancellation);
        var holders = new List<Recipient>();
        var needed = new List<LinkNeeded>();
        await foreach (var held in HeldByAsync(emailKey, professionals, cancellation))
        {
            if (await NeededAsync(held, cancellation) is not { } link)
            {
                continue;
            }

            var holder = await addresses.FindAsync(held.InitiativeId, held.Person, cancellation);
            if (await index.KeyOfAsync(holder.Email, cancellation) == emailKey)
            {
                holders.Add(holder);
                needed.Add(link);
            }
        }

        var newest = needed.DistinctBy(link => (link.Initiative.Id, link.Link)).OrderByDescending(link => link.Initiative.ReceivedAt);
        var to = holders.Concat(professionals.Select(addresses.Find)).FirstOrDefault(person => person.IsConfirmed) ?? holders.FirstOrDefault();
        return new LinksFound(to, [.. newest.Take(MostLinks)])
        {
            Overviews = [.. professionals.Where(person => Actor.CouncilMemberIdOf(person) is null)],
        };
    }

    private async IAsyncEnumerable<LinkHeld> HeldByAsync(
        string emailKey, IReadOnlyList<string> professionals, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var held in await index.FindApplicantsAsync(emailKey, cancellation))
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

    private async Task<IReadOnlyList<string>> ProfessionalsAtAsync(string emailKey, CancellationToken cancellation)
    {
        var here = new List<string>();
        foreach (var person in Professionals())
        {
            if (await index.KeyOfAsync(addresses.Find(person).Email, cancellation) == emailKey)
            {
                here.Add(person);
            }
        }

        return here;
    }

    private IEnumerable<string> Professionals() =>
    [
        .. policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)),
        .. policy.Council.Members.Select(member => Actor.CouncilMember(member.Id)),
        Actor.Coordinator,
    ];

    private async Task<LinkNeeded?> NeededAsync(LinkHeld held, CancellationToken cancellation)
    {
        if (await initiatives.FindAsync(held.InitiativeId, cancellation) is not { } initiative)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var lastChange = initiative.IsClosed ? (await initiatives.GetEventsAsync(initiative.Id, cancellation))[^1].At : now;
        if (LinkUse.Of(held, initiative, lastChange, now) is { } link)
        {
            return new LinkNeeded(initiative, link);
        }

        if (initiative.IsClosed && Actor.IsProfessional(held.Person))
        {
            await index.ForgetProfessionalAsync(held, cancellation);
        }

        return null;
    }
}
