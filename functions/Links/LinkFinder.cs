using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;

namespace Initiatiefloket.Links;

/// <summary>Finds the links of whoever has an e-mail address: applicant, reviewer, council member, coordinator, or several of these.</summary>
public sealed class LinkFinder(LinkIndex index, InitiativeTable initiatives, People people, Policy policy, TimeProvider clock)
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

            var holder = await people.FindAsync(held.InitiativeId, held.Person, cancellation);
            if (await index.KeyOfAsync(holder.Email, cancellation) == emailKey)
            {
                holders.Add(holder);
                needed.Add(link);
            }
        }

        var newest = needed.DistinctBy(link => (link.Initiative.Id, link.Link)).OrderByDescending(link => link.Initiative.ReceivedAt);
        var to = holders.Concat(professionals.Select(people.Find)).FirstOrDefault(person => person.IsConfirmed) ?? holders.FirstOrDefault();
        return new LinksFound(to, [.. newest.Take(MostLinks)])
        {
            Overviews = [.. professionals.Where(person => person.CouncilMemberId is null)],
        };
    }

    private async IAsyncEnumerable<LinkHeld> HeldByAsync(
        string emailKey, IReadOnlyList<Actor> professionals, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
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

    private async Task<IReadOnlyList<Actor>> ProfessionalsAtAsync(string emailKey, CancellationToken cancellation)
    {
        var here = new List<Actor>();
        foreach (var person in policy.Professionals)
        {
            if (await index.KeyOfAsync(people.Find(person).Email, cancellation) == emailKey)
            {
                here.Add(person);
            }
        }

        return here;
    }

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

        if (initiative.IsClosed && held.Person.IsProfessional)
        {
            await index.ForgetProfessionalAsync(held, cancellation);
        }

        return null;
    }
}
