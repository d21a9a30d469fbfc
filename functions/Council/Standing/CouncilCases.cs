using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Council.Standing;

/// <summary>
/// The cases as a council member looks through them: what runs, then what is over, newest first. It reads the list of the coordinator, which has every case, and of
/// what is over no more than a few pages at once, so that it stays quick over the years.
/// </summary>
public sealed class CouncilCases(CaseLists lists)
{
    /// <summary>How many cases stand on one page.</summary>
    public const int OnAPage = 30;

    private const int ReadAtOnce = 60;
    private const int MostReads = 5;

    /// <summary>A page of the cases that pass a filter.</summary>
    /// <param name="filter">Which cases, from where.</param>
    /// <param name="person">Who looks: what waits for them stands in front.</param>
    public async Task<CouncilCasesPage> ReadAsync(CouncilFilter filter, Actor person, CancellationToken cancellation)
    {
        List<Initiative> running = [];
        List<Initiative> page = [];
        if (filter.After is null)
        {
            var list = await lists.ReadAsync(Actor.Coordinator, cancellation);
            running = [.. list.Open.Concat(list.Ended.Select(ended => ended.Initiative)).Where(filter.Includes)
                .OrderByDescending(initiative => initiative.AwaitsLookOf(person))
                .ThenBy(initiative => CouncilWords.GroupOf(initiative.State))
                .ThenByDescending(initiative => initiative.ReceivedAt)];
            page = [.. running.Skip(filter.Skip).Take(OnAPage)];
            if (filter.Skip + page.Count < running.Count)
            {
                return new CouncilCasesPage(page) { NextSkip = filter.Skip + page.Count };
            }
        }

        var (place, isEnd) = (filter.After, false);
        for (var reads = 0; reads < MostReads && page.Count < OnAPage && !isEnd; reads++)
        {
            var ended = await lists.ReadEndedAsync(Actor.Coordinator, place, ReadAtOnce, cancellation);
            foreach (var found in ended.Page.Where(found => filter.Includes(found.Initiative) && running.All(one => one.Id != found.Initiative.Id)))
            {
                page.Add(found.Initiative);
                if (page.Count == OnAPage)
                {
                    return new CouncilCasesPage(page) { NextAfter = new PlaceAmongEnded(found.EndedAt, found.Initiative.Id) };
                }
            }

            (place, isEnd) = (ended.Older ?? place, ended.Older is null);
        }

        return new CouncilCasesPage(page) { NextAfter = isEnd ? null : place };
    }
}

/// <summary>A page of cases.</summary>
/// <param name="Cases">The cases on it.</param>
public sealed record CouncilCasesPage(IReadOnlyList<Initiative> Cases)
{
    /// <summary>How many of what runs the next page leaves out; null when what runs ends here.</summary>
    public int? NextSkip { get; init; }

    /// <summary>The place among what is over after which the next page begins; null when there is none.</summary>
    public PlaceAmongEnded? NextAfter { get; init; }

    /// <summary>Address of the next page; null when this is the last.</summary>
    public string? NextAddress(CouncilFilter filter, string page) =>
        NextSkip is null && NextAfter is null ? null : filter.AddressOf(page, NextSkip ?? 0, NextAfter);
}
