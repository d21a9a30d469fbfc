using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Council.Questions;

/// <summary>
/// Table <c>CouncilQuestions</c>: a partition is one initiative, a row a question. Beside it the partition <c>open</c> names those that are not answered, so that the
/// watch over them reads no others.
/// </summary>
public sealed class CouncilQuestionTable(TableServiceClient tables) : ICaseStore
{
    private const string Open = "open";
    private const char Separator = '|';

    private readonly TableClient _table = tables.GetTableClient(TableNames.CouncilQuestions);

    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.CouncilQuestions];

    /// <summary>The questions about a case, oldest first.</summary>
    public async Task<IReadOnlyList<CouncilQuestion>> ListAsync(string initiativeId, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {initiativeId}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(JsonColumns.Read<CouncilQuestion>).ToListAsync(cancellation);
    }

    /// <summary>A question; null when there is none of this number.</summary>
    public async Task<CouncilQuestion?> FindAsync(string initiativeId, int number, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(initiativeId, KeyOf(number), cancellationToken: cancellation);
        return found.HasValue ? JsonColumns.Read<CouncilQuestion>(found.Value!) : null;
    }

    /// <summary>Adds a question.</summary>
    /// <returns>False when somebody else was first with this number.</returns>
    public async Task<bool> TryAddAsync(string initiativeId, CouncilQuestion question, CancellationToken cancellation)
    {
        // First, so that a question that was stored is watched over, whatever happens in between.
        await _table.UpsertEntityAsync(new TableEntity(Open, OpenKeyOf(initiativeId, question.Number)), TableUpdateMode.Replace, cancellation);
        return await _table.TryWriteAsync(JsonColumns.RowOf(initiativeId, KeyOf(question.Number), question), over: null, cancellation) is not null;
    }

    /// <summary>Notes an answer; the first one stands.</summary>
    /// <returns>The question as it is stored now.</returns>
    public Task<CouncilQuestion> AnswerAsync(string initiativeId, CouncilQuestion answered, CancellationToken cancellation) => Contention.WinAsync(initiativeId, async () =>
    {
        var row = (await _table.GetEntityAsync<TableEntity>(initiativeId, KeyOf(answered.Number), cancellationToken: cancellation)).Value;
        if (JsonColumns.Read<CouncilQuestion>(row) is { AnsweredAt: not null } first)
        {
            return first;
        }

        var changed = JsonColumns.RowOf(initiativeId, KeyOf(answered.Number), answered);
        return await _table.TryWriteAsync(changed, row.ETag, cancellation) is null ? null : answered;
    });

    /// <summary>The questions that are not closed.</summary>
    public async Task<IReadOnlyList<OpenQuestion>> ListOpenAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Open}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(OpenOf).ToListAsync(cancellation);
    }

    /// <summary>Notes that a question needs no watching over any more. Doing so twice changes nothing.</summary>
    public Task CloseAsync(OpenQuestion question, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Open, OpenKeyOf(question.InitiativeId, question.Number), ETag.All, cancellation);

    /// <summary>Forgets all questions about a case. May be repeated.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation)
    {
        await _table.RemoveWhereAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Open} and RowKey ge {initiativeId + Separator} and RowKey lt {initiativeId + (char)(Separator + 1)}"),
            int.MaxValue,
            cancellation);
        await _table.RemovePartitionAsync(initiativeId, cancellation);
    }

    private static OpenQuestion OpenOf(TableEntity row)
    {
        var parts = row.RowKey.Split(Separator);
        return new OpenQuestion(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string OpenKeyOf(string initiativeId, int number) => $"{initiativeId}{Separator}{KeyOf(number)}";

    private static string KeyOf(int number) => number.ToString("D3", CultureInfo.InvariantCulture);
}
