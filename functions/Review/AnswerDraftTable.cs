using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Review;

/// <summary>Table <c>AnswerDrafts</c>: a partition is one initiative, a row the answers of one round that were not sent yet.</summary>
public sealed class AnswerDraftTable(TableServiceClient tables, TimeProvider clock)
{
    private const string SavedAt = nameof(SavedAt);

    private readonly TableClient _table = tables.GetTableClient(TableNames.AnswerDrafts);

    /// <summary>What was saved last.</summary>
    public async Task<AnswerDraft> GetAsync(string initiativeId, int round, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(initiativeId, KeyOf(round), cancellationToken: cancellation);
        return found.HasValue ? DraftIn(found.Value!) : AnswerDraft.None;
    }

    /// <summary>Saves over the version that the applicant saw.</summary>
    /// <returns>The version that it has now; null when somebody saved another one since, on another device or in another tab.</returns>
    public Task<string?> SaveAsync(
        string initiativeId, int round, IReadOnlyDictionary<string, string> answers, string version, CancellationToken cancellation)
    {
        var row = JsonColumns.RowOf(initiativeId, KeyOf(round), answers);
        row[SavedAt] = clock.GetUtcNow();
        return _table.SaveOverAsync(row, version, cancellation);
    }

    /// <summary>Forgets the answers of a round, because they were sent or came too late. May be repeated.</summary>
    public Task RemoveAsync(string initiativeId, int round, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(initiativeId, KeyOf(round), ETag.All, cancellation);

    /// <summary>Forgets the answers of all rounds, because the case is closed. May be repeated.</summary>
    public Task RemoveAllAsync(string initiativeId, CancellationToken cancellation) => _table.RemovePartitionAsync(initiativeId, cancellation);

    private static string KeyOf(int round) => $"round-{round}";

    private static AnswerDraft DraftIn(TableEntity row) =>
        new(JsonColumns.Read<Dictionary<string, string>>(row), row.GetDateTimeOffset(SavedAt), row.ETag.ToString());
}
