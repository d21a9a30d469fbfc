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
    public async Task<StoredInstance> ReplaceAsync(InstanceRow row, CancellationToken cancellation)
    {
        var (old, _) = await LoadAsync(row.Id, cancellation);
        if (old?.Row.IsFinished != true)
        {
            throw new ConflictException(new InvalidOperationException($"Instance '{row.Id}' is not finished."));
        }

        var change = new InstanceChange(row with { Generation = old.Row.Generation + 1 }, []) { StartsOver = true };
        await ChangeAsync(old, change, cancellation);
        return old;
    }

    public async Task<(InstanceRow Row, ETag ETag)?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var found = await storage.Instances.GetEntityIfExistsAsync<TableEntity>(
            StorageKey.Escape(instanceId), InstanceRow.RowKey, InstanceRow.Columns, cancellation);
        return found.HasValue ? (InstanceRow.Read(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>Keeps a message until a step deals with it.</summary>
    public async Task<InboxMessage> AddMessageAsync(string instanceId, HistoryEvent.Inbound message, CancellationToken cancellation)
    {
        var rowKey = $"m{StorageKey.Of(DateTime.UtcNow)}-{message.MessageId}";
        var stored = message.WithPayload(await payloads.StoreAsync(instanceId, message.Payload, cancellation));
        var entity = new TableEntity(StorageKey.Escape(instanceId), rowKey) { [MessageColumn] = HistoryText.Write(stored) };
        await storage.Instances.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        return new(rowKey, message);
    }

    public async Task<(StoredInstance? Instance, List<InboxMessage> Inbox)> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        var partition = StorageKey.Escape(instanceId);
        var rows = new List<TableEntity>();
        var query = storage.Instances.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellation);
        await foreach (var row in query)
        {
            rows.Add(row);
        }

        var inbox = new List<InboxMessage>();
        foreach (var row in rows.Where(row => row.RowKey[0] == 'm'))
        {
            inbox.Add(new(row.RowKey, (HistoryEvent.Inbound)await ReadAsync(row.GetString(MessageColumn), cancellation)));
        }

        var main = rows.Find(row => row.RowKey == InstanceRow.RowKey);
        return (main is null ? null : await ReadAsync(main, rows, cancellation), inbox);
    }

    /// <summary>Removes messages that no step will deal with.</summary>
    public async Task DeleteMessagesAsync(string instanceId, IEnumerable<string> rowKeys, CancellationToken cancellation)
    {
        foreach (var rowKey in rowKeys)
        {
            await storage.Instances.DeleteEntityAsync(StorageKey.Escape(instanceId), rowKey, ETag.All, cancellation);
        }
    }

    /// <summary>The row with its texts from blobs.</summary>
    public async Task<InstanceRow> FillAsync(InstanceRow row, CancellationToken cancellation) => row with
    {
        Input = await payloads.FetchAsync(row.Input, cancellation),
        Output = await payloads.FetchAsync(row.Output, cancellation),
        CustomStatus = await payloads.FetchAsync(row.CustomStatus, cancellation),
        Failure = await payloads.FetchAsync(row.Failure, cancellation),
    };

    /// <summary>A row as stored, with only those texts that are in the row itself.</summary>
    public static InstanceRow WithoutLargeTexts(InstanceRow row) => row with
    {
        Input = PayloadStore.Inline(row.Input),
        Output = PayloadStore.Inline(row.Output),
        CustomStatus = PayloadStore.Inline(row.CustomStatus),
        Failure = PayloadStore.Inline(row.Failure),
    };

    private static StoredInstance New(InstanceRow row, ETag etag) => new(row, etag, default, [], [], -1);

    private async Task<StoredInstance> ReadAsync(TableEntity main, List<TableEntity> rows, CancellationToken cancellation)
    {
        var row = InstanceRow.Read(main);
        row = row with { Input = await payloads.FetchAsync(row.Input, cancellation) };
        var layout = HistoryLayout.Read(main);
        var texts = layout.Texts(0, main).ToList();
        for (var number = 1; number <= layout.Row; number++)
        {
            var key = HistoryLayout.RowKey(row.Generation, number);
            texts.AddRange(layout.Texts(number, rows.Single(history => history.RowKey == key)));
        }

        var received = main.GetString(ReceivedColumn)?.Split(';') ?? [];
        var delivered = main.GetInt32(DeliveredColumn) ?? -1;
        try
        {
            var history = HistoryText.Read(string.Concat(texts));
            for (var index = 0; index < history.Count; index++)
            {
                history[index] = history[index].WithPayload(await payloads.FetchAsync(history[index].Payload, cancellation));
            }

            return new(row, main.ETag, layout, history, received, delivered);
        }
        catch (System.Text.Json.JsonException unreadable)
        {
            return new(row, main.ETag, layout, [], received, delivered) { Damage = unreadable };
        }
    }

    private async Task<HistoryEvent> ReadAsync(string text, CancellationToken cancellation)
    {
        var stored = HistoryText.Read(text)[0];
        return stored.WithPayload(await payloads.FetchAsync(stored.Payload, cancellation));
    }
}
