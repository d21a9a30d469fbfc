using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>Instances in their partitions: the row, the history and the messages that wait.</summary>
internal sealed partial class InstanceStore(TaskHubStorage storage, PayloadStore payloads)
{
    private const string ReceivedColumn = "Received";
    private const string DeliveredColumn = "Delivered";
    private const string MessageColumn = "Message";
    private const int MaxRowsAtOnce = 6; // of at most 400 Ki characters each; a transaction takes 4 MiB
    private const int MaxReceivedKept = 200;

    /// <summary>Creates an instance unless there is one of that id, which is then returned.</summary>
    public async Task<(StoredInstance? Created, InstanceRow? Existing)> CreateAsync(InstanceRow row, CancellationToken cancellation)
    {
        var entity = row.Write();
        entity[nameof(InstanceRow.Input)] = await payloads.StoreAsync(row.Id, row.Input, cancellation);
        try
        {
            var response = await storage.Instances.AddEntityAsync(entity, cancellation);
            return (New(row, response.Headers.ETag!.Value), null);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            var existing = await FindAsync(row.Id, cancellation);
            return existing is { } stored && stored.Row.Change == row.Change ? (New(row, stored.ETag), null) : (null, existing?.Row);
        }
    }

    /// <summary>Puts a new instance in the place of a finished one.</summary>
    /// <exception cref="ConflictException">It was replaced or purged meanwhile.</exception>
    public async Task ReplaceAsync(InstanceRow row, CancellationToken cancellation)
    {
        var found = await FindAsync(row.Id, [.. InstanceRow.Columns, .. HistoryLayout.Columns], cancellation);
        if (found is null || InstanceRow.Read(found) is not { IsFinished: true } old)
        {
            throw new ConflictException(new InvalidOperationException($"Instance '{row.Id}' is not finished."));
        }

        var replaced = new StoredInstance(old, found.ETag, HistoryLayout.Read(found), [], [], -1);
        var change = new InstanceChange(row with { Generation = old.Generation + 1 }, []) { StartsOver = true };
        await ChangeAsync(replaced, change, cancellation);
    }

    /// <exception cref="UnreadableException">It is there, but not as the engine wrote it.</exception>
    public async Task<(InstanceRow Row, ETag ETag)?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var found = await FindAsync(instanceId, InstanceRow.Columns, cancellation);
        return found is null ? null : (Reading($"The row of instance '{instanceId}'", () => InstanceRow.Read(found)), found.ETag);
    }

    public async Task<bool> ExistsAsync(string instanceId, CancellationToken cancellation) =>
        await FindAsync(instanceId, ["PartitionKey"], cancellation) is not null;

    /// <summary>Keeps a message until a step deals with it.</summary>
    public async Task<InboxMessage> AddMessageAsync(string instanceId, HistoryEvent.Inbound message, CancellationToken cancellation)
    {
        var rowKey = $"m{StorageKey.Of(DateTime.UtcNow)}-{message.MessageId}";
        var stored = message.WithPayload(await payloads.StoreAsync(instanceId, message.Payload, cancellation));
        var entity = new TableEntity(StorageKey.Escape(instanceId), rowKey) { [MessageColumn] = HistoryText.Write(stored) };
        await storage.Instances.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        return new(rowKey, message);
    }

    /// <summary>Removes messages that no step will deal with.</summary>
    public async Task DeleteMessagesAsync(string instanceId, IEnumerable<string> rowKeys, CancellationToken cancellation)
    {
        foreach (var rowKey in rowKeys)
        {
            await storage.Instances.DeleteEntityAsync(StorageKey.Escape(instanceId), rowKey, ETag.All, cancellation);
        }
    }

    private async Task<TableEntity?> FindAsync(string instanceId, IEnumerable<string>? columns, CancellationToken cancellation)
    {
        var found = await storage.Instances.GetEntityIfExistsAsync<TableEntity>(
            StorageKey.Escape(instanceId), InstanceRow.RowKey(instanceId), columns, cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>A row as stored, with only those texts that are in the row itself.</summary>
    public static InstanceRow WithoutLargeTexts(InstanceRow row) => row with
    {
        Input = PayloadStore.Inline(row.Input),
        Output = PayloadStore.Inline(row.Output),
        CustomStatus = PayloadStore.Inline(row.CustomStatus),
        Failure = PayloadStore.Inline(row.Failure),
    };

    private static StoredInstance New(InstanceRow row, ETag etag) => new(row, etag, default, [], [], -1);
}
