using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

internal sealed partial class InstanceStore
{
    /// <summary>
    /// Ends an instance as failed without looking at its history, and removes the messages that wait for it. One that is
    /// finished stays as it is.
    /// </summary>
    /// <param name="instanceId">Which one.</param>
    /// <param name="judged">The version of its row that could not be handled; null when there was none.</param>
    /// <param name="failure">Why.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The instance as it then is, or null when there is none.</returns>
    /// <exception cref="ConflictException">It is no longer the one that was judged.</exception>
    public async Task<InstanceRow?> BreakOffAsync(
        string instanceId, ETag? judged, Failure failure, CancellationToken cancellation)
    {
        // Read before the end: what comes after it may be for an instance that takes this one's place.
        var waiting = await RowsAsync(instanceId, ["PartitionKey", "RowKey"], cancellation);
        var ended = await FindAsync(instanceId, cancellation) is var (row, etag)
            ? await EndAsync(row, etag == judged ? etag : throw Changed(instanceId), failure, cancellation)
            : null;
        await DeleteMessagesAsync(instanceId, waiting.Where(IsMessage).Select(message => message.RowKey), cancellation);
        return ended;
    }

    private static ConflictException Changed(string instanceId, Exception? reason = null) =>
        new(reason ?? new InvalidOperationException($"Instance '{instanceId}' has changed."));

    private async Task<InstanceRow> EndAsync(InstanceRow row, ETag etag, Failure failure, CancellationToken cancellation)
    {
        var ended = row.IsFinished ? row : row with
        {
            Status = OrchestrationRuntimeStatus.Failed,
            UpdatedAt = DateTimeOffset.UtcNow,
            Output = await payloads.StoreAsync(row.Id, failure.Message, cancellation),
            Failure = await payloads.StoreAsync(row.Id, failure.Write(), cancellation),
            Change = Guid.NewGuid().ToString("N"),
        };
        try
        {
            if (!row.IsFinished)
            {
                await storage.Instances.UpdateEntityAsync(ended.WriteChanges(row), etag, TableUpdateMode.Merge, cancellation);
            }
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            throw Changed(row.Id, changed);
        }

        return await FillAsync(ended, cancellation);
    }
}
