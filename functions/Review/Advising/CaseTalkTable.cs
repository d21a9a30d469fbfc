using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Review.Advising;

/// <summary>Table <c>CaseTalk</c>: a partition is one initiative, a row a note or an advice.</summary>
public sealed class CaseTalkTable(TableServiceClient tables)
{
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

    /// <summary>The advice with this number, or null.</summary>
    public async Task<Advice?> FindAdviceAsync(string initiativeId, int number, CancellationToken cancellation) =>
        await FindRowAsync(initiativeId, number, cancellation) is { } row ? JsonColumns.Read<Advice>(row) : null;

    /// <summary>Adds a note; the same words of the same person are there once, however often a button is pressed.</summary>
    public async Task AddAsync(string initiativeId, Note note, CancellationToken cancellation)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{note.By}|{note.Text}"));
        await TryAddAsync(JsonColumns.RowOf(initiativeId, NotePrefix + Convert.ToHexStringLower(key), note), cancellation);
    }

    /// <summary>Adds an advice that is asked.</summary>
    /// <returns>False when somebody else was first with this number.</returns>
    public Task<bool> TryAddAsync(string initiativeId, Advice advice, CancellationToken cancellation) =>
        TryAddAsync(JsonColumns.RowOf(initiativeId, KeyOf(advice.Number), advice), cancellation);

    /// <summary>Notes what the colleague says; the first answer stands.</summary>
    /// <returns>The advice as it is stored now.</returns>
    public async Task<Advice> AnswerAsync(string initiativeId, int number, string answer, DateTimeOffset at, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await FindRowAsync(initiativeId, number, cancellation)
                ?? throw new InvalidOperationException($"{initiativeId} has no advice {number}.");
            var asked = JsonColumns.Read<Advice>(row);
            if (asked.Answer is not null)
            {
                return asked;
            }

            var answered = asked with { Answer = answer, AnsweredAt = at };
            try
            {
                await _table.UpdateEntityAsync(
                    JsonColumns.RowOf(initiativeId, KeyOf(number), answered), row.ETag, TableUpdateMode.Replace, cancellation);
                return answered;
            }
            catch (RequestFailedException exception) when (Contention.IsConflict(exception))
            {
                Contention.ThrowWhenHopeless(attempt, initiativeId);
            }
        }
    }

    private async Task<TableEntity?> FindRowAsync(string initiativeId, int number, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(initiativeId, KeyOf(number), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (Contention.IsConflict(exception))
        {
            return false;
        }
    }

    private static string KeyOf(int number) => AdvicePrefix + number.ToString("D3", CultureInfo.InvariantCulture);
}
