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
        /// <param name="cancellation">Ends the attempt.</param>
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

            try
            {
                var saved = stored.HasValue
                    ? await table.UpdateEntityAsync(row, stored.Value!.ETag, TableUpdateMode.Replace, cancellation)
                    : await table.AddEntityAsync(row, cancellation);
                return saved.Headers.ETag.ToString();
            }
            catch (RequestFailedException exception) when (Contention.IsConflict(exception))
            {
                // Somebody was first, so the version is another one now.
                return await table.SaveOverAsync(row, version, cancellation);
            }
        }
    }
}
