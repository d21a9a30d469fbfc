using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

internal sealed partial class InstanceStore
{
    private const int MaxDeletes = 90;

    /// <summary>Instances after one of an id, in order of their ids.</summary>
    public async Task<List<InstanceRow>> QueryAsync(
        OrchestrationQuery query, string? after, int most, CancellationToken cancellation)
    {
        var rows = new List<InstanceRow>();
        var found = storage.Instances.QueryAsync<TableEntity>(
            Filter(query, after), Math.Min(most, 1000), InstanceRow.Columns, cancellation);
        await foreach (var row in found)
        {
            rows.Add(InstanceRow.Read(row));
            if (rows.Count == most)
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>Removes a finished instance with all that belongs to it, and with its sub-orchestrations if asked.</summary>
    /// <returns>The number of instances removed.</returns>
    /// <exception cref="InvalidOperationException">The instance is not finished.</exception>
    public async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        if (await FindAsync(instanceId, cancellation) is not { } found)
        {
            return 0;
        }

        if (!found.Row.IsFinished)
        {
            throw new InvalidOperationException("Only orchestrations in a terminal state can be purged, "
                + $"but the orchestration with instance ID {instanceId} has status {found.Row.Status}");
        }

        var children = 0;
        if (recursive)
        {
            foreach (var child in await ChildrenAsync(instanceId, cancellation))
            {
                children += await PurgeAsync(child, recursive, cancellation);
            }
        }

        await DeleteRowsAsync(instanceId, cancellation);
        await payloads.DeleteAllAsync(instanceId, cancellation);
        return children + 1;
    }

    private async Task<List<string>> ChildrenAsync(string instanceId, CancellationToken cancellation)
    {
        try
        {
            var (instance, _) = await LoadAsync(instanceId, withInbox: false, cancellation);
            return instance?.History.OfType<HistoryEvent.SubOrchestrationScheduled>().Select(sub => sub.InstanceId).ToList() ?? [];
        }
        catch (UnreadableException)
        {
            return []; // They are not known any more. What is damaged can be purged.
        }
    }

    private async Task DeleteRowsAsync(string instanceId, CancellationToken cancellation)
    {
        // The instance's own row comes last ("i" after "h"; "m" rows are messages), so that a half purge can be purged again.
        var rows = await RowsAsync(instanceId, ["PartitionKey", "RowKey"], cancellation);
        foreach (var batch in rows.OrderBy(row => InstanceRow.IsKey(row.RowKey)).Chunk(MaxDeletes))
        {
            await storage.Instances.SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
        }
    }

    private static string Filter(OrchestrationQuery query, string? after)
    {
        var (from, to) = InstanceRow.Keys;
        var conditions = new List<string> { TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}") };
        Add(after, id => TableClient.CreateQueryFilter($"PartitionKey gt {StorageKey.Escape(id)}"));
        Add(query.InstanceIdPrefix is { Length: > 0 } prefix ? StorageKey.Escape(prefix) : null, key =>
            TableClient.CreateQueryFilter($"PartitionKey ge {key} and PartitionKey lt {StorageKey.After(key)}"));
        Add(query.CreatedFrom, from => TableClient.CreateQueryFilter($"CreatedAt ge {from!.Value}"));
        Add(query.CreatedTo, to => TableClient.CreateQueryFilter($"CreatedAt le {to!.Value}"));
        var statuses = query.Statuses?.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}")).ToList();
        Add(statuses is { Count: > 0 } ? statuses : null, some => $"({string.Join(" or ", some)})");
        return string.Join(" and ", conditions);

        void Add<T>(T? value, Func<T, string> condition)
        {
            if (value is not null)
            {
                conditions.Add(condition(value));
            }
        }
    }
}
