using System.Diagnostics;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Worklist;

/// <summary>A line as it stands on a day.</summary>
/// <param name="Item">The line.</param>
/// <param name="DecideBy">Last day for the decision (Awb 4:13).</param>
/// <param name="DaysLeft">Days left after this day; negative when it is too late.</param>
/// <param name="IsSuspended">Whether the clock stands still (Awb 4:15).</param>
public sealed record WorkLine(WorkItem Item, DateOnly DecideBy, int DaysLeft, bool IsSuspended)
{
    /// <summary>Whether a decision is owed and late. What ended is not late any more.</summary>
    public bool IsTooLate => Item.EndedAt is null && DaysLeft < 0;

    /// <summary>How a line stands on a day.</summary>
    public static WorkLine Of(WorkItem item, WorkingDays calendar, DateOnly today) =>
        new(item, item.Clock.DecideBy(calendar), item.Clock.DaysLeft(today, calendar), item.Clock.IsSuspendedOn(today));
}

/// <summary>Which of the cases that run are shown, in which order. Pure.</summary>
public sealed record WorkSelection
{
    /// <summary>How many stand on one page.</summary>
    public const int PageSize = 50;

    /// <summary>How many cases run, whatever is asked.</summary>
    public required int All { get; init; }

    /// <summary>How many belong to each count.</summary>
    public required IReadOnlyDictionary<WorkCount, int> Counts { get; init; }

    /// <summary>How many wait for whom, whatever else is asked; most first.</summary>
    public required IReadOnlyList<(string Who, int Cases)> Waiting { get; init; }

    /// <summary>All that fit, in order.</summary>
    public required IReadOnlyList<WorkLine> Found { get; init; }

    /// <summary>Number of the page that is shown: the last one for a number beyond it.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Found.Count + PageSize - 1) / PageSize);

    /// <summary>What stands on the page.</summary>
    public IReadOnlyList<WorkLine> Shown => [.. Found.Skip((Page - 1) * PageSize).Take(PageSize)];

    /// <summary>Selects from all that runs.</summary>
    /// <param name="items">The lines.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="policy">For the calendar.</param>
    /// <param name="today">The day in town.</param>
    public static WorkSelection Of(IReadOnlyList<WorkItem> items, WorkQuery query, Policy policy, DateOnly today)
    {
        var lines = items.Select(item => WorkLine.Of(item, policy.WorkingDays, today)).ToList();
        var typed = SearchWords.Typed(query.Search);
        var found = lines.Where(line => (query.Count is not { } count || count.Holds(line))
            && query.Filters.Fit(line.Item)
            && SearchWords.Match(typed, SearchWords.Of(line.Item)));
        var selection = new WorkSelection
        {
            All = lines.Count,
            Counts = WorkCounts.All.ToDictionary(count => count, count => lines.Count(line => count.Holds(line))),
            Waiting =
            [
                .. lines.SelectMany(line => line.Item.WaitsOn).GroupBy(who => who)
                    .Select(group => (group.Key, group.Count()))
                    .OrderByDescending(one => one.Item2).ThenBy(one => one.Key, StringComparer.Ordinal),
            ],
            Found = [.. InOrder(found, query.Order)],
            Page = 1,
        };
        return selection with { Page = Math.Min(query.Page, selection.Pages) };
    }

    // The reference last, so that a page holds the same each time.
    private static IEnumerable<WorkLine> InOrder(IEnumerable<WorkLine> lines, WorkOrder order) => (order switch
    {
        WorkOrder.LegalDate => lines.OrderBy(line => line.DaysLeft),
        WorkOrder.Receipt => lines.OrderByDescending(line => line.Item.ReceivedAt),
        WorkOrder.Amount => lines.OrderByDescending(line => line.Item.Asked),
        WorkOrder.Title => lines.OrderBy(line => line.Item.Title, StringComparer.CurrentCultureIgnoreCase),
        _ => throw new UnreachableException(),
    }).ThenBy(line => line.Item.Id, StringComparer.Ordinal);
}
