using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Assignment;

/// <summary>The cases on somebody's list, as they stand now. Reading writes nothing, so that a page can do it.</summary>
public sealed class CaseLists(CaseListTable table, InitiativeTable initiatives)
{
    private const int AtOnce = 16;

    /// <summary>
    /// Puts a case on the lists of those who have a place on its panel, and on the coordinator's, which has every case. May be repeated. Before they are invited, so
    /// that nobody has a mail about a case that their list does not have.
    /// </summary>
    public async Task AddPanelAsync(Initiative initiative, CancellationToken cancellation)
    {
        foreach (var person in initiative.Panel.Seats.Append(Actor.Coordinator).Distinct())
        {
            await table.AddAsync(person, initiative.Id, cancellation);
        }
    }

    /// <summary>Everything on a list that was not noted as over before.</summary>
    public async Task<CaseList> ReadAsync(Actor person, CancellationToken cancellation)
    {
        var open = new List<Initiative>();
        var ended = new List<EndedCase>();
        foreach (var initiative in await FindAllAsync(await table.ListOpenAsync(person, cancellation), cancellation))
        {
            if (ListedCase.EndFor(initiative, person) is { } end)
            {
                ended.Add(new EndedCase(initiative, await MomentOfAsync(initiative, end, cancellation)));
            }
            else
            {
                open.Add(initiative);
            }
        }

        return new CaseList(open, ended);
    }

    /// <summary>
    /// What still runs, in no order: for a reviewer the cases with a place for them or that they voted on, for the coordinator each case whose review began.
    /// </summary>
    public async Task<IReadOnlyList<Initiative>> ReadOpenAsync(Actor person, CancellationToken cancellation) => (await ReadAsync(person, cancellation)).Open;

    /// <summary>The newest of what is over, together with what was not noted as over yet.</summary>
    /// <param name="person">Whose list.</param>
    /// <param name="list">From <see cref="ReadAsync"/>.</param>
    /// <param name="most">How many of what was noted.</param>
    public async Task<EndedCases> ReadNewestEndedAsync(Actor person, CaseList list, int most, CancellationToken cancellation)
    {
        var noted = await ReadEndedAsync(person, after: null, most, cancellation);
        return noted with
        {
            // What came back on the list, and then was over again, is still noted as it was over before.
            Page = [.. list.Ended.Concat(noted.Page).DistinctBy(ended => ended.Initiative.Id).OrderByDescending(ended => ended.EndedAt)],
        };
    }

    /// <summary>A page of what was noted as over, newest first.</summary>
    /// <param name="person">Whose list.</param>
    /// <param name="after">The place after which it begins; null for the newest.</param>
    /// <param name="most">How many fit on it.</param>
    public async Task<EndedCases> ReadEndedAsync(Actor person, PlaceAmongEnded? after, int most, CancellationToken cancellation)
    {
        var places = await table.ListEndedAsync(person, after, most + 1, cancellation);
        var page = places.Take(most).ToList();
        var found = (await FindAllAsync([.. page.Select(place => place.InitiativeId)], cancellation)).ToDictionary(initiative => initiative.Id);

        // What came back on the list and runs stands there.
        var ended = page
            .Where(place => found.TryGetValue(place.InitiativeId, out var initiative) && ListedCase.EndFor(initiative, person) is not null)
            .Select(place => new EndedCase(found[place.InitiativeId], place.EndedAt));
        return new EndedCases([.. ended], places.Count > most ? page[^1] : null);
    }

    /// <summary>A case that is or was on somebody's list, as it stands now; null when it was not.</summary>
    public async Task<Initiative?> FindAsync(Actor person, string initiativeId, CancellationToken cancellation) =>
        await table.HasAsync(person, initiativeId, cancellation) ? await initiatives.FindAsync(initiativeId, cancellation) : null;

    /// <summary>How many cases wait for somebody's vote: what they have on their hands.</summary>
    public async Task<int> CountWaitingAsync(Actor person, CancellationToken cancellation) =>
        (await ReadOpenAsync(person, cancellation)).Count(initiative => ListedCase.Awaits(initiative, person));

    /// <summary>Notes what is over, so that it is not looked up again.</summary>
    public async Task TidyAsync(Actor person, CancellationToken cancellation)
    {
        foreach (var ended in (await ReadAsync(person, cancellation)).Ended)
        {
            await table.EndAsync(person, ended.Initiative.Id, ended.EndedAt, cancellation);
        }
    }

    // What was erased since is no longer there.
    private async Task<List<Initiative>> FindAllAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var found = new List<Initiative>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(id => initiatives.FindAsync(id, cancellation)));
            found.AddRange(read.OfType<Initiative>());
        }

        return found;
    }

    private async Task<DateTimeOffset> MomentOfAsync(Initiative initiative, CaseOver end, CancellationToken cancellation)
    {
        if (end is CaseOver.HandedOver(var change))
        {
            return change.At;
        }

        var events = await initiatives.GetEventsAsync(initiative.Id, cancellation);
        return (events.LastOrDefault(happened => ListedCase.Ends(happened.Kind)) ?? events[^1]).At;
    }
}

/// <summary>What is on somebody's list, in no order.</summary>
/// <param name="Open">What still runs.</param>
/// <param name="Ended">What turned out to be over.</param>
public sealed record CaseList(IReadOnlyList<Initiative> Open, IReadOnlyList<EndedCase> Ended);

/// <summary>Each night notes on all lists what is over, so that opening a list stays quick over the years.</summary>
public sealed class CaseListSweep(CaseLists lists, Policy policy)
{
    [Function(nameof(CaseListSweep))]
    public async Task Run([TimerTrigger("0 45 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var person in policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Concat([Actor.Coordinator, Actor.Substitute]))
        {
            await lists.TidyAsync(person, cancellation);
        }
    }
}
