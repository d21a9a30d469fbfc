using System.Globalization;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Review.Advising;

/// <summary>Table <c>CaseTalk</c>: a partition is one initiative, a row a note or an advice.</summary>
public sealed class CaseTalkTable(TableServiceClient tables) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.CaseTalk];

    private const string NotePrefix = "note|";
    private const string AdvicePrefix = "advice|";

    private readonly TableClient _table = tables.GetTableClient(TableNames.CaseTalk);

    /// <summary>All that was said about a case.</summary>
    public async Task<CaseTalk> GetAsync(string initiativeId, CancellationToken cancellation)
    {
        var notes = new List<Note>();
        var advices = new List<Advice>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {initiativeId}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey.StartsWith(NotePrefix, StringComparison.Ordinal))
            {
                notes.Add(JsonColumns.Read<Note>(row));
            }
            else
            {
                advices.Add(JsonColumns.Read<Advice>(row));
            }
        }

        return new CaseTalk([.. notes.OrderBy(note => note.At)], [.. advices.OrderBy(advice => advice.Number)]);
    }

    /// <summary>Forgets all that was said about a case. May be repeated.</summary>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => _table.RemovePartitionAsync(initiativeId, cancellation);

    /// <summary>Adds a note; the same words of the same person are there once, however often a button is pressed.</summary>
    public async Task AddAsync(string initiativeId, Note note, CancellationToken cancellation)
    {
        var key = Digest.Of($"{note.By}|{note.Text}");
        await TryAddAsync(JsonColumns.RowOf(initiativeId, NotePrefix + key, note), cancellation);
    }

    /// <summary>Adds an advice that is asked.</summary>
    /// <returns>False when somebody else was first with this number.</returns>
    public Task<bool> TryAddAsync(string initiativeId, Advice advice, CancellationToken cancellation) =>
        TryAddAsync(JsonColumns.RowOf(initiativeId, KeyOf(advice.Number), advice), cancellation);

    /// <summary>Notes what the colleague says, or that they are involved; what they said first stands.</summary>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="settled">The advice with its answer.</param>
    /// <returns>The advice as it is stored now.</returns>
    public Task<Advice> SettleAsync(string initiativeId, Advice settled, CancellationToken cancellation) => Contention.WinAsync(initiativeId, async () =>
    {
        var row = (await _table.GetEntityAsync<TableEntity>(initiativeId, KeyOf(settled.Number), cancellationToken: cancellation)).Value;
        if (JsonColumns.Read<Advice>(row) is { AnsweredAt: not null } first)
        {
            return first;
        }

        var changed = JsonColumns.RowOf(initiativeId, KeyOf(settled.Number), settled);
        return await _table.TryWriteAsync(changed, row.ETag, cancellation) is null ? null : settled;
    });

    private async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellation) =>
        await _table.TryWriteAsync(row, over: null, cancellation) is not null;

    private static string KeyOf(int number) => AdvicePrefix + number.ToString("D3", CultureInfo.InvariantCulture);
}
