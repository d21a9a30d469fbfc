using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Initiatives;

/// <summary>What was kept long enough, and how it goes.</summary>
public sealed partial class InitiativeTable
{
    private const string StateColumn = nameof(Initiative.State);
    private const string ChangedColumn = "ChangedAt";
    private const int MostInTransaction = 100;

    // Partition of references that are being erased: what is elsewhere is found by these once the initiative itself is gone.
    private const string Erasing = "erasing";

    /// <summary>References of applications that nobody confirmed and that were sent last before a moment.</summary>
    public IAsyncEnumerable<string> FindUnconfirmedAsync(DateTimeOffset before, CancellationToken cancellation) =>
        FindIdsAsync(TableClient.CreateQueryFilter($"RowKey eq {StateKey} and State eq {nameof(InitiativeState.Draft)} and ChangedAt lt {before}"), cancellation);

    /// <summary>References of initiatives that were decided or withdrawn, and to which nothing happened since a moment. What was left to the desk is still to be decided.</summary>
    public IAsyncEnumerable<string> FindEndedAsync(DateTimeOffset before, CancellationToken cancellation) => FindIdsAsync(
        TableClient.CreateQueryFilter(
            $"RowKey eq {StateKey} and ChangedAt lt {before} and (State eq {nameof(InitiativeState.Granted)} or State eq {nameof(InitiativeState.Rejected)} or State eq {nameof(InitiativeState.SetAside)} or State eq {nameof(InitiativeState.Withdrawn)})"),
        cancellation);

    /// <summary>What is being erased: an earlier run broke off.</summary>
    public async Task<IReadOnlyList<ErasingCase>> ListErasingAsync(CancellationToken cancellation) =>
        await _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Erasing}"), cancellationToken: cancellation)
            .Select(row => new ErasingCase(row.RowKey, row.GetString(FormIdColumn)))
            .ToListAsync(cancellation);

    /// <summary>Remembers that an initiative is being erased; null when it is not there.</summary>
    public async Task<ErasingCase?> BeginErasingAsync(string id, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id, StateKey, cancellationToken: cancellation);
        if (!found.HasValue)
        {
            return null;
        }

        var form = found.Value!.GetString(FormIdColumn);
        await _table.UpsertEntityAsync(new TableEntity(Erasing, id) { [FormIdColumn] = form }, TableUpdateMode.Replace, cancellation);
        return new ErasingCase(id, form);
    }

    /// <summary>Nothing of it is left, or it stays after all.</summary>
    public Task EndErasingAsync(ErasingCase erased, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Erasing, erased.Id, ETag.All, cancellation);

    /// <summary>Removes an application that nobody confirmed, whole: whoever confirms it at this very moment has it, or finds nothing. May be repeated.</summary>
    /// <returns>False when it was confirmed or sent again.</returns>
    public async Task<bool> TryRemoveUnconfirmedAsync(string id, DateTimeOffset before, CancellationToken cancellation)
    {
        var rows = await RowsOfAsync(id, cancellation);
        return rows.Find(row => row.RowKey == StateKey) is not { } state
            || (state.GetString(StateColumn) == nameof(InitiativeState.Draft)
                && state.GetDateTimeOffset(ChangedColumn) < before
                && await TrySubmitAsync([.. rows.Select(row => Deletion(row, row == state ? state.ETag : ETag.All))], cancellation));
    }

    /// <summary>Removes an initiative with its trail; its state last, so that it is found again when this breaks off. May be repeated.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellation)
    {
        var rows = (await RowsOfAsync(id, cancellation)).OrderBy(row => row.RowKey == StateKey);
        foreach (var some in rows.Chunk(MostInTransaction))
        {
            await _table.SubmitTransactionAsync(some.Select(row => Deletion(row, ETag.All)), cancellation);
        }
    }

    // So that those of an age are found without reading them all.
    private static void MarkAge(TableEntity state, Initiative initiative, DateTimeOffset at)
    {
        state[StateColumn] = initiative.State.ToString();
        state[ChangedColumn] = at;
    }

    private static TableTransactionAction Deletion(TableEntity row, ETag version) =>
        new(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), version);

    private IAsyncEnumerable<string> FindIdsAsync(string filter, CancellationToken cancellation) =>
        _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellation).Select(row => row.PartitionKey);

    private async Task<List<TableEntity>> RowsOfAsync(string id, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey", StateColumn, ChangedColumn], cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}

/// <summary>An initiative that is being erased.</summary>
/// <param name="Id">Its reference.</param>
/// <param name="FormId">The form that it was sent with.</param>
public sealed record ErasingCase(string Id, string? FormId);
