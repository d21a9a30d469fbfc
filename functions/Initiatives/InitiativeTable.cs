using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// Table <c>Initiatives</c>: a partition is one initiative, with a row for its state, one for the application, one for the
/// applicant, one for the rules that it keeps and one for each event, so that one entity-group transaction changes them together.
/// </summary>
public sealed partial class InitiativeTable(TableServiceClient tables, ChangeFeedTable feed, IEnumerable<ICaseFollower> followers)
{
    private const string StateKey = "initiative";
    private const string ApplicationKey = "application";
    private const string ApplicantKey = "applicant";
    private const string RulesKey = "rules";
    private const string EventPrefix = "event|";
    private const string EventEnd = "event}";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Initiatives);

    // As many as there were policies while the app runs; most cases share theirs.
    private readonly ConcurrentDictionary<string, KeptRules> _rules = [];

    /// <summary>The initiative, or null when there is none with this reference.</summary>
    public async Task<Initiative?> FindAsync(string id, CancellationToken cancellation) =>
        await FindRowAsync(id, StateKey, cancellation) is { } row ? await ReadAsync(row, cancellation) : null;

    /// <summary>The initiative, which must exist.</summary>
    public async Task<Initiative> GetAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new InvalidOperationException($"There is no initiative {id}.");

    /// <summary>What the applicant wrote.</summary>
    public async Task<Application> GetApplicationAsync(string id, CancellationToken cancellation) =>
        JsonColumns.Read<Application>(await GetRowAsync(id, ApplicationKey, cancellation));

    /// <summary>Who applied.</summary>
    public async Task<Applicant> GetApplicantAsync(string id, CancellationToken cancellation) =>
        JsonColumns.Read<Applicant>(await GetRowAsync(id, ApplicantKey, cancellation));

    /// <summary>The audit trail, oldest first.</summary>
    public async Task<IReadOnlyList<InitiativeEvent>> GetEventsAsync(string id, CancellationToken cancellation)
    {
        var rows = CaseRows.Of(id) is { } kept
            ? [.. (await kept.GetAsync(_table, cancellation)).Values.Where(row => row.RowKey.StartsWith(EventPrefix, StringComparison.Ordinal))]
            : await ListEventsAsync(id, cancellation);
        return [.. rows.Select(JsonColumns.Read<InitiativeEvent>).OrderBy(happened => happened.At).ThenBy(happened => happened.Kind)];
    }

    /// <summary>The event with this key, or null when it has not happened.</summary>
    public async Task<InitiativeEvent?> FindEventAsync(string id, string key, CancellationToken cancellation) =>
        await FindRowAsync(id, EventPrefix + key, cancellation) is { } row ? JsonColumns.Read<InitiativeEvent>(row) : null;

    /// <summary>
    /// Changes an initiative (see <see cref="StoreAsync"/>) and puts it in the change feed when it is news. A step that died in
    /// between finds its event when it runs again, and then still puts it in the feed.
    /// </summary>
    public Task<Saved> ChangeAsync(
        string id, InitiativeEvent happened, Func<Initiative, Initiative?> change, CancellationToken cancellation) =>
        ChangeAsync(id, happened.Key, current => change(current) is { } changed ? new Change(changed, happened) : null, cancellation);

    /// <summary>The same for a change of which what it comes to depends on the initiative as it stands.</summary>
    /// <param name="id">Reference of the initiative.</param>
    /// <param name="key">Key of the event, whatever it is.</param>
    /// <param name="change">Returns the changed initiative with the event, or null when the change may not happen in this state.</param>
    public async Task<Saved> ChangeAsync(string id, string key, Func<Initiative, Change?> change, CancellationToken cancellation)
    {
        var (saved, happened, before) = await StoreAsync(id, key, change, cancellation);
        if (happened is null)
        {
            return saved;
        }

        if (happened.Kind.IsNews())
        {
            await feed.AppendAsync(id, key, cancellation);
        }

        await TellAsync(new CaseChanged(this, before, saved.Initiative, [happened]), cancellation);
        return saved;
    }

    private async Task TellAsync(CaseChanged changed, CancellationToken cancellation)
    {
        foreach (var follower in followers)
        {
            await follower.FollowAsync(changed, cancellation);
        }
    }

    /// <summary>
    /// Applies a change together with its event, once: the event's key makes a second call find what the first one did. Of that it is not known how the initiative stood.
    /// </summary>
    /// <param name="id">Reference of the initiative.</param>
    /// <param name="key">Key of the event, unique for step, round and, where it matters, person.</param>
    /// <param name="change">Returns the changed initiative with the event, or null when the change may not happen in this state.</param>
    private Task<(Saved Saved, InitiativeEvent? Happened, Initiative? Before)> StoreAsync(
        string id, string key, Func<Initiative, Change?> change, CancellationToken cancellation)
    {
        CaseInTrace.Note(id);
        return Contention.WinAsync<(Saved Saved, InitiativeEvent? Happened, Initiative? Before)>(id, async () =>
        {
            var isFresh = CaseRows.Of(id)?.AreRead is not true;
            var row = await GetRowAsync(id, StateKey, cancellation);
            var current = await ReadAsync(row, cancellation);
            if (await FindEventAsync(id, key, cancellation) is { } earlier)
            {
                return (new Saved.Before(current, earlier), earlier, null);
            }

            if (change(current) is not var (changed, happened))
            {
                if (isFresh)
                {
                    return (new Saved.TooLate(current), null, null);
                }

                // By what the run read earlier; what it comes to is said by what stands there now.
                CaseRows.Of(id)?.Forget();
                return null;
            }

            List<TableTransactionAction> actions = [StateAction(changed, row, happened.At), new(TableTransactionActionType.Add, EventRow(id, happened))];
            if (changed.Rules is { } rules && changed.RulesId != current.RulesId)
            {
                actions.Add(new(TableTransactionActionType.UpsertReplace, JsonColumns.RowOf(id, RulesKey, rules)));
            }

            return await TrySubmitAsync(actions, cancellation) ? (new Saved.Now(changed), happened, current) : null;
        });
    }

    private async Task<bool> TrySubmitAsync(List<TableTransactionAction> actions, CancellationToken cancellation)
    {
        var kept = CaseRows.Of(actions[0].Entity.PartitionKey);
        try
        {
            var answers = await _table.SubmitTransactionAsync(actions, cancellation);
            kept?.Keep(actions, answers.Value);
            return true;
        }
        catch (RequestFailedException exception)
        {
            // Also when nobody knows whether it was written.
            kept?.Forget();
            if (exception is TableTransactionFailedException && Contention.IsConflict(exception))
            {
                return false;
            }

            throw;
        }
    }

    private async Task<Initiative> ReadAsync(TableEntity row, CancellationToken cancellation)
    {
        var initiative = JsonColumns.Read<Initiative>(row);
        if (initiative.RulesId is not { } id)
        {
            return initiative;
        }

        if (!_rules.TryGetValue(id, out var rules))
        {
            _rules[id] = rules = JsonColumns.Read<KeptRules>(await GetRowAsync(initiative.Id, RulesKey, cancellation));
        }

        return initiative with { Rules = rules };
    }

    private async Task<TableEntity> GetRowAsync(string id, string key, CancellationToken cancellation) =>
        await FindRowAsync(id, key, cancellation) ?? throw new InvalidOperationException($"Initiative {id} has no row {key}.");

    private async Task<TableEntity?> FindRowAsync(string id, string key, CancellationToken cancellation)
    {
        if (CaseRows.Of(id) is { } kept)
        {
            return (await kept.GetAsync(_table, cancellation)).GetValueOrDefault(key);
        }

        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id, key, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<List<TableEntity>> ListEventsAsync(string id, CancellationToken cancellation)
    {
        var events = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {EventPrefix} and RowKey lt {EventEnd}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            events.Add(row);
        }

        return events;
    }

    private static TableTransactionAction StateAction(Initiative changed, TableEntity stored, DateTimeOffset at)
    {
        var state = JsonColumns.RowOf(changed.Id, StateKey, changed);
        state[FormIdColumn] = stored[FormIdColumn];

        // What is told later than it happened makes no case older.
        MarkAge(state, changed, stored.GetDateTimeOffset(ChangedColumn) is { } before && before > at ? before : at);
        return new(TableTransactionActionType.UpdateReplace, state, stored.ETag);
    }

    private static TableEntity EventRow(string id, InitiativeEvent happened) =>
        JsonColumns.RowOf(id, EventPrefix + happened.Key, happened);
}
