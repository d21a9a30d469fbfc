using Azure.Data.Tables;

namespace Initiatiefloket.Benchmarks;

/// <summary>What the task hub wrote down of its workflows.</summary>
internal static class HubHistory
{
    public const string Table = "InitiatiefloketHistory";

    /// <summary>How often each kind of event happened until now, over all workflows.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(string storage, CancellationToken stop)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var row in new TableClient(storage, Table).QueryAsync<TableEntity>(select: ["EventType"], cancellationToken: stop))
        {
            // Each workflow has one row that is no event.
            if (row.GetString("EventType") is { } kind)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }
        }

        return counts;
    }

    /// <summary>The rows of one workflow.</summary>
    public static async Task<IReadOnlyList<TableEntity>> ReadAsync(string storage, string id, CancellationToken stop)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(storage, Table).QueryAsync<TableEntity>($"PartitionKey eq '{id}'", cancellationToken: stop))
        {
            rows.Add(row);
        }

        return rows;
    }
}
