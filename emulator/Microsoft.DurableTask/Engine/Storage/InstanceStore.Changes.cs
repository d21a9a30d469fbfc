using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

internal sealed partial class InstanceStore
{
    /// <summary>Stores a change and applies it to the instance in memory. Calling it again after a lost answer does no harm.</summary>
    /// <exception cref="ConflictException">Somebody else changed the instance.</exception>
    public async Task ChangeAsync(StoredInstance instance, InstanceChange change, CancellationToken cancellation)
    {
        var partition = StorageKey.Escape(instance.Row.Id);
        var rows = new SortedDictionary<int, TableEntity> { [0] = await MainRowAsync(instance, change, cancellation) };
        var start = change.StartsOver ? default : instance.Layout;
        var end = start.Append(await TextAsync(instance.Row.Id, change.Events, cancellation), (row, column, text) =>
        {
            if (!rows.TryGetValue(row, out var entity))
            {
                rows[row] = entity = new(partition, HistoryLayout.RowKey(change.Row.Generation, row));
            }

            entity[column] = text;
        });
        end.Write(rows[0]);
        var etag = await SubmitAsync(instance, change, rows, cancellation);
        instance.Apply(change, etag, end);
    }

    private async Task<TableEntity> MainRowAsync(StoredInstance instance, InstanceChange change, CancellationToken cancellation)
    {
        var (id, row) = (instance.Row.Id, change.Row);
        var stored = row with
        {
            Output = await payloads.StoreAsync(id, row.Output, cancellation),
            CustomStatus = await payloads.StoreAsync(id, row.CustomStatus, cancellation),
            Failure = await payloads.StoreAsync(id, row.Failure, cancellation),
        };
        TableEntity entity;
        if (change.StartsOver)
        {
            entity = (stored with { Input = await payloads.StoreAsync(id, row.Input, cancellation) }).Write();
            entity[ReceivedColumn] = string.Join(';', instance.Open.Received.TakeLast(MaxReceivedKept));
        }
        else
        {
            entity = stored.WriteChanges(instance.Row);
        }

        if (change.StartsOver || change.Delivered != instance.Delivered)
        {
            entity[DeliveredColumn] = change.Delivered;
        }

        return entity;
    }

    private async Task<string> TextAsync(string id, IReadOnlyList<HistoryEvent> events, CancellationToken cancellation)
    {
        var stored = new List<HistoryEvent>(events.Count);
        foreach (var happened in events)
        {
            stored.Add(happened.WithPayload(await payloads.StoreAsync(id, happened.Payload, cancellation)));
        }

        return HistoryText.Write(stored);
    }

    private async Task<ETag> SubmitAsync(
        StoredInstance instance, InstanceChange change, SortedDictionary<int, TableEntity> rows, CancellationToken cancellation)
    {
        var main = rows[0];
        var added = rows.Skip(1).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row.Value)).ToList();

        // What does not fit in one transaction is stored before it, and counts when the instance's row says so.
        while (added.Count > MaxRowsAtOnce)
        {
            await storage.Instances.SubmitTransactionAsync(added.Take(MaxRowsAtOnce), cancellation);
            added.RemoveRange(0, MaxRowsAtOnce);
        }

        var obsolete = Obsolete(instance, change).ToList();
        var type = change.StartsOver ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.UpdateMerge;
        IEnumerable<TableTransactionAction> actions =
        [
            new(type, main, instance.ETag),
            .. added,
            .. obsolete.Select(key =>
                new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(main.PartitionKey, key), ETag.All)),
        ];
        try
        {
            if (added.Count + obsolete.Count == 0 && !change.StartsOver)
            {
                // Most steps come here: one row, without the wrapping of a transaction.
                var response = await storage.Instances.UpdateEntityAsync(main, instance.ETag, TableUpdateMode.Merge, cancellation);
                return response.Headers.ETag!.Value;
            }

            var responses = await storage.Instances.SubmitTransactionAsync(actions, cancellation);
            return responses.Value[0].Headers.ETag!.Value;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            var stored = await FindAsync(instance.Row.Id, cancellation);
            return stored?.Row.Change == change.Row.Change ? stored!.Value.ETag : throw new ConflictException(refused);
        }
    }

    private static IEnumerable<string> Obsolete(StoredInstance instance, InstanceChange change)
    {
        var histories = change.StartsOver ? instance.Layout.Row : 0;
        return change.Consumed.Concat(
            Enumerable.Range(1, Math.Min(histories, 10)).Select(row => HistoryLayout.RowKey(instance.Row.Generation, row)));
    }
}
