using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

internal sealed partial class InstanceStore
{
    /// <summary>The instance with its history, if it exists, and the messages that wait for it.</summary>
    /// <param name="instanceId">Which one.</param>
    /// <param name="withInbox">Whether messages may wait that the caller does not know; without them one lookup is often enough.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UnreadableException">It is there, but not as the engine wrote it.</exception>
    public async Task<(StoredInstance? Instance, List<InboxMessage> Inbox)> LoadAsync(
        string instanceId, bool withInbox, CancellationToken cancellation)
    {
        var rows = withInbox ? await RowsAsync(instanceId, columns: null, cancellation) : await OwnRowsAsync(instanceId, cancellation);
        var main = rows.Find(row => InstanceRow.IsKey(row.RowKey));
        try
        {
            var inbox = await InboxAsync(rows, cancellation);
            return (main is null ? null : await ReadAsync(main, rows, cancellation), inbox);
        }
        catch (UnreadableException unreadable)
        {
            unreadable.Version = main?.ETag;
            throw;
        }
    }

    /// <summary>The row with its texts from blobs.</summary>
    public async Task<InstanceRow> FillAsync(InstanceRow row, CancellationToken cancellation) => row with
    {
        Input = await payloads.FindAsync(row.Input, cancellation),
        Output = await payloads.FindAsync(row.Output, cancellation),
        CustomStatus = await payloads.FindAsync(row.CustomStatus, cancellation),
        Failure = await payloads.FindAsync(row.Failure, cancellation),
    };

    private static bool IsMessage(TableEntity row) => row.RowKey[0] == 'm';

    private async Task<List<TableEntity>> RowsAsync(string instanceId, IEnumerable<string>? columns, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var query = storage.Instances.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {StorageKey.Escape(instanceId)}"),
            select: columns,
            cancellationToken: cancellation);
        await foreach (var row in query)
        {
            rows.Add(row);
        }

        return rows;
    }

    // A query for a partition looks through the whole table in Azurite, so that is left for histories of several rows.
    private async Task<List<TableEntity>> OwnRowsAsync(string instanceId, CancellationToken cancellation)
    {
        var main = await FindAsync(instanceId, columns: null, cancellation);
        if (main is null || HistoryLayout.IsInOneRow(main))
        {
            return main is null ? [] : [main];
        }

        var rows = await RowsAsync(instanceId, columns: null, cancellation);
        return rows.FindAll(row => !IsMessage(row));
    }

    private async Task<List<InboxMessage>> InboxAsync(List<TableEntity> rows, CancellationToken cancellation)
    {
        var inbox = new List<InboxMessage>();
        foreach (var row in rows.Where(IsMessage))
        {
            var message = Reading(
                "A message to this instance",
                () => (HistoryEvent.Inbound)HistoryText.Read(row.GetString(MessageColumn))[0]);
            inbox.Add(new(row.RowKey, (HistoryEvent.Inbound)await FilledAsync(message, cancellation)));
        }

        return inbox;
    }

    private async Task<StoredInstance> ReadAsync(TableEntity main, List<TableEntity> rows, CancellationToken cancellation)
    {
        const string what = "The history of this instance";
        var (row, layout) = Reading(what, () => (InstanceRow.Read(main), HistoryLayout.Read(main)));
        var history = Reading(what, () => HistoryText.Read(string.Concat(Texts(row.Generation, layout, main, rows))));
        for (var index = 0; index < history.Count; index++)
        {
            history[index] = await FilledAsync(history[index], cancellation);
        }

        row = row with { Input = await FetchAsync(row.Input, cancellation) };
        var received = main.GetString(ReceivedColumn)?.Split(';') ?? [];
        return Reading(what, () =>
            new StoredInstance(row, main.ETag, layout, history, received, main.GetInt32(DeliveredColumn) ?? -1));
    }

    private static IEnumerable<string> Texts(int generation, HistoryLayout layout, TableEntity main, List<TableEntity> rows)
    {
        var byKey = rows.ToDictionary(row => row.RowKey);
        return Enumerable.Range(0, layout.Row + 1)
            .SelectMany(number => layout.Texts(number, number == 0 ? main : byKey[HistoryLayout.RowKey(generation, number)]));
    }

    private async ValueTask<HistoryEvent> FilledAsync(HistoryEvent stored, CancellationToken cancellation) =>
        stored.WithPayload(await FetchAsync(stored.Payload, cancellation));

    private async ValueTask<string?> FetchAsync(string? stored, CancellationToken cancellation)
    {
        try
        {
            return await payloads.FetchAsync(stored, cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new UnreadableException("A large text of this instance", missing);
        }
    }

    private static T Reading<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception reason) when (reason is JsonException or NotSupportedException or ArgumentException
            or InvalidOperationException or InvalidCastException or KeyNotFoundException)
        {
            throw new UnreadableException(what, reason);
        }
    }
}
