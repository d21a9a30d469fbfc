using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>How a client in another process wakes the engine: a row that the engine looks for twice a second.</summary>
internal sealed class Notifications(TaskHubStorage storage, InstanceStore instances, Outage outage, Action<string, Message> post)
{
    private const string Partition = "notify";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // A client that creates an instance notifies first. If it died in between, the row points at nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _underway = [];

    public static Task SendAsync(TaskHubStorage storage, string instanceId, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, $"{StorageKey.Of(DateTime.UtcNow)}-{Guid.NewGuid():N}") { ["InstanceId"] = instanceId };
        return storage.Calls.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await outage.RideAsync(LookAsync, cancellation);
            await Task.Delay(LookEvery, cancellation);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var query = storage.Calls.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation);
        await foreach (var row in query)
        {
            if (WorkRow.Read(row) is { InstanceId: var instanceId } && IsNew(row.RowKey)
                && await IsReadyAsync(row, instanceId, cancellation))
            {
                post(instanceId, new Message(null) { Reload = true, Consumed = () => _ = RemoveAsync(row.RowKey, cancellation) });
            }
        }
    }

    private bool IsNew(string rowKey)
    {
        lock (_underway)
        {
            return _underway.Add(rowKey);
        }
    }

    private async Task<bool> IsReadyAsync(TableEntity row, string instanceId, CancellationToken cancellation)
    {
        if (DateTimeOffset.UtcNow - row.Timestamp > Patience || await instances.ExistsAsync(instanceId, cancellation))
        {
            return true;
        }

        Forget(row.RowKey);
        return false;
    }

    private async Task RemoveAsync(string rowKey, CancellationToken cancellation)
    {
        await outage.RideAsync(
            token => storage.Calls.DeleteEntityAsync(Partition, rowKey, ETag.All, token), cancellation);
        Forget(rowKey);
    }

    private void Forget(string rowKey)
    {
        lock (_underway)
        {
            _underway.Remove(rowKey);
        }
    }
}
