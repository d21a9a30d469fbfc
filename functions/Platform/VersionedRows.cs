using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Platform;

/// <summary>
/// Rows of <see cref="JsonColumns"/> that somebody works on in more than one place: who saves over another version than the one that was seen, is told. To save
/// the same once more is no conflict: so does who presses a button twice, or again because the answer to the first time got lost.
/// </summary>
public static class VersionedRows
{
    extension(TableClient table)
    {
        /// <summary>Saves a row over the version that was seen.</summary>
        /// <param name="row">The row.</param>
        /// <param name="version">The version that was seen; empty when there was none.</param>
        /// <returns>The version that it has now; null when another record was saved since.</returns>
        public async Task<string?> SaveOverAsync(TableEntity row, string version, CancellationToken cancellation)
        {
            // Looked up first: an ETag comes back from a form, where anything may have been typed in its place, such as a star.
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
            var present = stored.HasValue ? stored.Value!.ETag.ToString() : "";
            if (present != version)
            {
                return stored.HasValue && JsonColumns.HoldSame(stored.Value!, row) ? present : null;
            }

            // Where somebody was first, the version is another one now.
            return await table.TryWriteAsync(row, stored.HasValue ? stored.Value!.ETag : null, cancellation) is { } saved
                ? saved.ToString()
                : await table.SaveOverAsync(row, version, cancellation);
        }

        /// <summary>Writes a row in the place of the version that was read.</summary>
        /// <param name="row">The row.</param>
        /// <param name="over">The version that was read; null when there was none.</param>
        /// <returns>The version that it has now; null when somebody else was first.</returns>
        public async Task<ETag?> TryWriteAsync(ITableEntity row, ETag? over, CancellationToken cancellation)
        {
            try
            {
                var written = over is { } version
                    ? await table.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellation)
                    : await table.AddEntityAsync(row, cancellation);
                return written.Headers.ETag ?? default;
            }
            catch (RequestFailedException exception) when (Contention.IsConflict(exception))
            {
                return null;
            }
        }
    }
}

/// <summary>Optimistic concurrency on table rows: who loses reads again and tries again, a bounded number of times.</summary>
public static class Contention
{
    private const int MostAttempts = 20;

    /// <summary>True when somebody else changed or inserted the row first (HTTP 412 or 409).</summary>
    public static bool IsConflict(RequestFailedException exception) => exception.Status is 409 or 412;

    /// <summary>Tries to change something until nobody else was first. Gives up after twenty lost rounds: then something writes it in a loop.</summary>
    /// <param name="what">Names what is changed.</param>
    /// <param name="attempt">Reads, decides and tries to save; null when somebody else was first.</param>
    /// <exception cref="TransientFailureException">Others changed it all the time.</exception>
    public static async Task<T> WinAsync<T>(string what, Func<Task<T?>> attempt)
        where T : class
    {
        for (var lost = 0; lost < MostAttempts; lost++)
        {
            if (await attempt() is { } won)
            {
                return won;
            }
        }

        throw new TransientFailureException($"{what} is being changed by others all the time; gave up after {MostAttempts} attempts.");
    }

    /// <inheritdoc cref="WinAsync{T}(string, Func{Task{T?}})"/>
    public static async Task<T> WinAsync<T>(string what, Func<Task<T?>> attempt)
        where T : struct
    {
        var won = await WinAsync(what, async () => await attempt() is { } value ? new StrongBox<T>(value) : null);
        return won.Value;
    }
}

/// <summary>Partitions of a few rows, treated as a whole.</summary>
public static class Partitions
{
    /// <summary>Rows that were written last before a moment, by the clock of storage.</summary>
    public static string WrittenBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter($"Timestamp lt {moment}");

    extension(TableClient table)
    {
        /// <summary>Removes all rows of a partition. Doing so twice changes nothing.</summary>
        public async Task RemovePartitionAsync(string partition, CancellationToken cancellation) =>
            await table.RemoveWhereAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), int.MaxValue, cancellation);

        /// <summary>Removes rows, also across partitions. Doing so twice changes nothing.</summary>
        /// <param name="filter">Which rows.</param>
        /// <param name="most">How many at most; the others stay for a next time.</param>
        /// <returns>How many were removed.</returns>
        public async Task<int> RemoveWhereAsync(string filter, int most, CancellationToken cancellation)
        {
            var removed = 0;
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
                if (++removed >= most)
                {
                    break;
                }
            }

            return removed;
        }
    }
}
