using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Support;

/// <summary>Table <c>Shares</c>: which initiative a shared address is about.</summary>
public sealed class ShareTable(TableServiceClient tables, SupportKeys keys)
{
    private const string Column = "InitiativeId";
    private const string ShareRow = "share";
    private const int LongestCode = 40;

    private readonly TableClient _table = tables.GetTableClient(TableNames.Shares);

    /// <summary>Opens the shared address of an initiative, on receipt. Doing so twice changes nothing.</summary>
    public async Task OpenAsync(string initiativeId, CancellationToken cancellation)
    {
        var row = new TableEntity(await keys.ShareCodeOfAsync(initiativeId, cancellation), ShareRow) { [Column] = initiativeId };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The initiative behind a shared address, or null.</summary>
    public async Task<string?> FindAsync(string code, CancellationToken cancellation)
    {
        if (code.Length > LongestCode || !code.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var found = await _table.GetEntityIfExistsAsync<TableEntity>(code.ToUpperInvariant(), ShareRow, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.GetString(Column) : null;
    }
}
