using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Platform;

/// <summary>Partitions of a few rows, treated as a whole.</summary>
public static class Partitions
{
    extension(TableClient table)
    {
        /// <summary>Removes all rows of a partition. Doing so twice changes nothing.</summary>
        public async Task RemovePartitionAsync(string partition, CancellationToken cancellation)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            }
        }
    }
}
