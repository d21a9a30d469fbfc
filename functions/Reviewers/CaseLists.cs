using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Reviewers;

/// <summary>The cases on somebody's list, as they stand now.</summary>
public sealed class CaseLists(CaseListTable table, InitiativeTable initiatives)
{
    private const int AtOnce = 16;

    /// <summary>
    /// What still runs, in no order: for a reviewer the cases with a place for them or that they voted on, for the coordinator each case whose review began.
    /// What turns out to be over is not looked up again the next time.
    /// </summary>
    public async Task<IReadOnlyList<Initiative>> ReadOpenAsync(string person, CancellationToken cancellation)
    {
        var open = new List<Initiative>();
        foreach (var initiative in await ReadAsync(await table.ListOpenAsync(person, cancellation), cancellation))
        {
            if (ListedCase.EndFor(initiative, person) is { } end)
            {
                await table.EndAsync(person, initiative.Id, await MomentOfAsync(initiative, end, cancellation), cancellation);
            }
            else
            {
                open.Add(initiative);
            }
        }

        return open;
    }

    /// <summary>A page of what is over, newest first. Call <see cref="ReadOpenAsync"/> before: that is what finds out.</summary>
    /// <param name="person">Whose list.</param>
    /// <param name="skip">How many came before this page.</param>
    /// <param name="most">How many fit on it.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<EndedCases> ReadEndedAsync(string person, int skip, int most, CancellationToken cancellation)
    {
        var all = await table.ListEndedAsync(person, cancellation);
        var page = all.Skip(skip).Take(most).ToList();
        var found = (await ReadAsync([.. page.Select(row => row.InitiativeId)], cancellation)).ToDictionary(initiative => initiative.Id);
        return new EndedCases(
            [.. page.Where(row => found.ContainsKey(row.InitiativeId)).Select(row => new EndedCase(found[row.InitiativeId], row.EndedAt))], all.Count);
    }

    /// <summary>A case that is or was on somebody's list, as it stands now; null when it was not.</summary>
    public async Task<Initiative?> FindAsync(string person, string initiativeId, CancellationToken cancellation) =>
        await table.HasAsync(person, initiativeId, cancellation) ? await initiatives.FindAsync(initiativeId, cancellation) : null;

    /// <summary>How many cases wait for somebody's vote: what they have on their hands.</summary>
    public async Task<int> CountWaitingAsync(string person, CancellationToken cancellation) =>
        (await ReadOpenAsync(person, cancellation)).Count(initiative => ListedCase.Awaits(initiative, person));

    // What was erased since is no longer there.
    private async Task<List<Initiative>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var found = new List<Initiative>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(id => initiatives.FindAsync(id, cancellation)));
            found.AddRange(read.OfType<Initiative>());
        }

        return found;
    }

    private async Task<DateTimeOffset> MomentOfAsync(Initiative initiative, ListedEnd end, CancellationToken cancellation)
    {
        if (end is ListedEnd.HandedOver(var change))
        {
            return change.At;
        }

        var events = await initiatives.GetEventsAsync(initiative.Id, cancellation);
        return (events.LastOrDefault(happened => ListedCase.Ends(happened.Kind)) ?? events[^1]).At;
    }
}
