using Azure.Data.Tables;

namespace Initiatiefloket.Benchmarks;

/// <summary>
/// Workflows that wait, written as rows: a copy of one that waits, with its history. The message of its next timer is not copied: Azurite looks through
/// all messages for each poll, which the service does not.
/// </summary>
internal static class HubCopies
{
    private const int AtOnce = 8;
    private const string Instances = "InitiatiefloketInstances";

    public static async Task WriteAsync(string storage, string template, int count, CancellationToken stop)
    {
        var history = await HubHistory.ReadAsync(storage, template, stop);
        var (instances, events) = (new TableClient(storage, Instances), new TableClient(storage, HubHistory.Table));
        var instance = (await instances.GetEntityAsync<TableEntity>(template, "", cancellationToken: stop)).Value;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (number, cancellation) =>
            {
                var id = $"BI-2026-W{number:D6}";
                await instances.AddEntityAsync(Copy(instance, template, id), cancellation);
                await events.SubmitTransactionAsync(
                    history.Select(row => new TableTransactionAction(TableTransactionActionType.Add, Copy(row, template, id))), cancellation);
            });
    }

    private static TableEntity Copy(TableEntity row, string template, string id)
    {
        var copy = new TableEntity(id, row.RowKey);
        foreach (var (name, value) in row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
        {
            copy[name] = value is string text ? text.Replace(template, id, StringComparison.Ordinal) : value;
        }

        return copy;
    }
}
