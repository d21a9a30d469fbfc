using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Confirming;

/// <summary>Table <c>ConfirmCodes</c>: a row for each decision for which a code was asked, under its name (<see cref="DecisionToConfirm.Name"/>). Neither link nor code stands in it.</summary>
public sealed class ConfirmCodeTable(TableServiceClient tables)
{
    private const string CodesRow = "codes";

    private readonly TableClient _table = tables.GetTableClient(TableNames.ConfirmCodes);

    /// <summary>Changes what is stored for a decision; tries again when somebody else was first.</summary>
    /// <param name="name">Of which decision.</param>
    /// <param name="change">Gives an outcome and what to store; the same record when nothing changes. Called once for each attempt.</param>
    /// <returns>The outcome, and what is stored now.</returns>
    public async Task<(T Outcome, CodesOfDecision After)> ChangeAsync<T>(
        string name, Func<CodesOfDecision, Task<(T Outcome, CodesOfDecision After)>> change, CancellationToken cancellation)
    {
        T outcome = default!;
        var stored = await Contention.WinAsync("The confirmation code of a decision", async () =>
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(name, CodesRow, cancellationToken: cancellation);
            var before = found.HasValue ? JsonColumns.Read<CodesOfDecision>(found.Value!) : CodesOfDecision.None;
            (outcome, var after) = await change(before);
            var row = JsonColumns.RowOf(name, CodesRow, after);
            return ReferenceEquals(after, before) || await _table.TryWriteAsync(row, found.HasValue ? found.Value!.ETag : null, cancellation) is not null
                ? after
                : null;
        });
        return (outcome, stored);
    }
}
