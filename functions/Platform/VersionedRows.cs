using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Platform;

/// <summary>Rows that somebody works on in more than one place: who saves over another version than the one that was seen, is told.</summary>
public static class VersionedRows
{
    extension(TableClient table)
    {
        /// <summary>Saves a row over the version that was seen.</summary>
        /// <param name="row">The row.</param>
        /// <param name="version">The version that was seen; empty when there was none.</param>
        /// <param name="cancellation">Ends the attempt.</param>
        /// <returns>The version that it has now; null when another one was saved since.</returns>
        public async Task<string?> SaveOverAsync(TableEntity row, string version, CancellationToken cancellation)
        {
            // Looked up first: an ETag comes back from a form, where anything may have been typed in its place, such as a star.
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
            if ((stored.HasValue ? stored.Value!.ETag.ToString() : "") != version)
            {
                return null;
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
                return null;
            }
        }
    }
}
