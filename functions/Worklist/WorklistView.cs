using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;

namespace Initiatiefloket.Worklist;

/// <summary>What the coordinator's worklist shows.</summary>
public sealed record WorklistView
{
    /// <summary>Address of the overview that it stands on.</summary>
    public required string Address { get; init; }

    public required WorkQuery Query { get; init; }

    /// <summary>What runs: counted also while what ended is shown.</summary>
    public required WorkSelection Open { get; init; }

    /// <summary>The lines on the page.</summary>
    public required IReadOnlyList<WorkLine> Shown { get; init; }

    /// <summary>The place after which the next page of what ended begins; null when there is none.</summary>
    public string? Older { get; init; }

    /// <summary>Whether there is more than was looked at, so that another word would help.</summary>
    public bool IsCutOff { get; init; }

    public required Policy Policy { get; init; }

    /// <summary>The day in town.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Address of the same list, asked something else. It begins with its first page.</summary>
    public string AddressOf(Func<WorkQuery, WorkQuery> change) => Address + change(Query with { Page = 1, After = null }).ToAddress();

    /// <summary>Address of the other list, of what ended or of what runs, asked the same in so far as that can be asked there.</summary>
    public string OtherList =>
        AddressOf(query => query with { IsEnded = !query.IsEnded, Count = null, Filters = query.Filters with { WaitsOn = null, State = null } });

    /// <summary>Who can take a place: each reviewer, and the coordinator.</summary>
    public IEnumerable<Choice> MayTake => Policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Append(Actor.Coordinator)
        .Select(person => new Choice(person.ToString(), Policy.NameOf(person)));
}

/// <summary>Gathers what the worklist shows: one query for what runs, and a few for a page of what ended, however many cases there ever were.</summary>
public sealed class WorklistViews(WorklistTable table, InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    /// <summary>How many cases that run are looked at: more than a town has at once.</summary>
    public const int MostOpen = 5_000;

    /// <summary>The list for what is asked.</summary>
    /// <param name="address">Address of the overview.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<WorklistView> BuildAsync(string address, WorkQuery query, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var open = WorkSelection.Of(await table.ListOpenAsync(MostOpen, cancellation), query, policy, today);
        var view = new WorklistView
        {
            Address = address,
            Query = query,
            Open = open,
            Shown = open.Shown,
            IsCutOff = open.All == MostOpen,
            Policy = policy,
            Today = today,
        };
        if (!query.IsEnded)
        {
            return view;
        }

        var ended = await FindEndedAsync(query, WorkSelection.PageSize, cancellation);
        return view with
        {
            Shown = [.. ended.Items.Select(item => WorkLine.Of(item, policy.WorkingDays, today))],
            Older = ended.Older,
            IsCutOff = ended.IsMore,
        };
    }

    /// <summary>All lines that fit, for a file.</summary>
    /// <param name="query">What is asked; pages do not matter.</param>
    /// <param name="most">How many at most of what ended.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<WorkLine>> ListAsync(WorkQuery query, int most, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        return query.IsEnded
            ? [.. (await FindEndedAsync(query with { After = null }, most, cancellation)).Items.Select(item => WorkLine.Of(item, policy.WorkingDays, today))]
            : WorkSelection.Of(await table.ListOpenAsync(MostOpen, cancellation), query, policy, today).Found;
    }

    /// <summary>A case of the list as it stands; null when there is none, also for what cannot be a reference.</summary>
    public async Task<Initiative?> FindCaseAsync(string id, CancellationToken cancellation) =>
        id.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && await initiatives.FindAsync(id, cancellation) is { ReceivedAt: not null } found
            ? found
            : null;

    private async Task<EndedFound> FindEndedAsync(WorkQuery query, int most, CancellationToken cancellation)
    {
        if (SearchWords.Typed(query.Search) is not [_, ..] typed)
        {
            var items = await table.ListEndedAsync(query.Filters, query.After, most + 1, cancellation);
            var page = items.Take(most).ToList();
            return new EndedFound(page, items.Count > most ? WorklistRows.PlaceOf(page[^1]) : null, IsMore: false);
        }

        var (found, isMore) = await table.SearchEndedAsync(typed, query.Filters, cancellation);
        var left = found.Where(place => query.After is null || string.CompareOrdinal(place, query.After) > 0).ToList();
        var places = left.Take(most).ToList();
        return new EndedFound(await table.GetEndedAsync(places, cancellation), left.Count > most ? places[^1] : null, isMore);
    }

    private sealed record EndedFound(IReadOnlyList<WorkItem> Items, string? Older, bool IsMore);
}
