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
    /// <returns>The instance as it then is, or null when there is none.</returns>
    public async Task<InstanceRow?> BreakOffAsync(string instanceId, Failure failure, CancellationToken cancellation)
    {
        var waiting = await RowsAsync(instanceId, ["PartitionKey", "RowKey"], cancellation);
        await DeleteMessagesAsync(instanceId, waiting.Where(IsMessage).Select(row => row.RowKey), cancellation);
        while (await FindAsync(instanceId, cancellation) is var (row, etag))
        {
            var ended = row.IsFinished ? row : row with
            {
                Status = OrchestrationRuntimeStatus.Failed,
                UpdatedAt = DateTimeOffset.UtcNow,
                Output = failure.Message,
                Failure = failure.Write(),
                Change = Guid.NewGuid().ToString("N"),
            };
            if (row.IsFinished || await TryEndAsync(row, ended, etag, cancellation))
            {
                return await FillAsync(ended, cancellation);
            }
        }

        return null;
    }

    private async Task<bool> TryEndAsync(InstanceRow row, InstanceRow ended, ETag etag, CancellationToken cancellation)
    {
        var stored = ended with
        {
            Output = await payloads.StoreAsync(row.Id, ended.Output, cancellation),
            Failure = await payloads.StoreAsync(row.Id, ended.Failure, cancellation),
        };
        try
        {
            await storage.Instances.UpdateEntityAsync(stored.WriteChanges(row), etag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }
}
