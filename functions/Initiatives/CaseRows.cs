using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Initiatives;

/// <summary>
/// The rows of the case that a run is about, which is the first one that it reads: read in one request, and then as the run itself changed them. What somebody
/// else changes meanwhile shows when the run writes, by the ETag of the row.
/// </summary>
internal sealed class CaseRows(string id)
{
    private ConcurrentDictionary<string, TableEntity>? _rows;

    /// <summary>Whether they were read.</summary>
    public bool AreRead => _rows is not null;

    /// <summary>The rows of this case, when the run of now is about it; otherwise null.</summary>
    public static CaseRows? Of(string caseId) => RunMemory.Keep(() => new CaseRows(caseId)) is { } rows && rows.IsOf(caseId) ? rows : null;

    /// <summary>All rows, by key.</summary>
    public async Task<IReadOnlyDictionary<string, TableEntity>> GetAsync(TableClient table, CancellationToken cancellation)
    {
        if (_rows is { } read)
        {
            return read;
        }

        var rows = new ConcurrentDictionary<string, TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: cancellation))
        {
            rows[row.RowKey] = row;
        }

        return _rows = rows;
    }

    /// <summary>They may have been changed by somebody else: the next look reads them again.</summary>
    public void Forget() => _rows = null;

    /// <summary>The run wrote rows in one transaction.</summary>
    public void Keep(IReadOnlyList<TableTransactionAction> written, IReadOnlyList<Response> answers)
    {
        foreach (var (row, answer) in written.Select(action => (TableEntity)action.Entity).Zip(answers))
        {
            if (_rows is not { } rows || answer.Headers.ETag is not { } version)
            {
                Forget();
                return;
            }

            row.ETag = version;
            rows[row.RowKey] = row;
        }
    }

    private bool IsOf(string caseId) => caseId == id;
}
