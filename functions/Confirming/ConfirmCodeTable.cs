using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Confirming;

/// <summary>Table <c>ConfirmCodes</c>: a row for each decision for which a code was asked, under its name (<see cref="ToConfirm.Name"/>). Neither link nor code stands in it.</summary>
public sealed class ConfirmCodeTable(TableServiceClient tables)
{
    private const string CodesRow = "codes";

    private readonly TableClient _table = tables.GetTableClient(TableNames.ConfirmCodes);

    /// <summary>Changes what is stored for a decision; tries again when somebody else was first.</summary>
    /// <param name="name">Of which decision.</param>
    /// <param name="change">Gives an outcome and what to store; the same record when nothing changes. Called once for each attempt.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The outcome, and what is stored now.</returns>
    public async Task<(T Outcome, CodesOfDecision After)> ChangeAsync<T>(
        string name, Func<CodesOfDecision, Task<(T Outcome, CodesOfDecision After)>> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(name, CodesRow, cancellationToken: cancellation);
            var before = found.HasValue ? JsonColumns.Read<CodesOfDecision>(found.Value!) : CodesOfDecision.None;
            var changed = await change(before);
            if (ReferenceEquals(changed.After, before) || await TrySaveAsync(name, changed.After, found, cancellation))
            {
                return changed;
            }

            Contention.ThrowWhenHopeless(attempt, "The confirmation code of a decision");
        }
    }

    private async Task<bool> TrySaveAsync(
        string name, CodesOfDecision codes, NullableResponse<TableEntity> found, CancellationToken cancellation)
    {
        var row = JsonColumns.RowOf(name, CodesRow, codes);
        try
        {
            await (found.HasValue
                ? _table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation)
                : _table.AddEntityAsync(row, cancellation));
            return true;
        }
        catch (RequestFailedException exception) when (Contention.IsConflict(exception))
        {
            return false;
        }
    }
}
