using System.Diagnostics;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>
/// Table <c>Drafts</c>: a row for each draft under the key of its address, and a row for each link that was mailed, which points to it. The
/// sweep reads the rows by <c>ExpiresAt</c>; drafts are few and short-lived, so that is one small scan a day.
/// </summary>
public sealed class DraftTable(TableServiceClient tables)
{
    private const string DraftRow = "draft";
    private const string LinkRow = "link";
    private const string DraftColumn = "DraftId";
    private const string ExpiresColumn = "ExpiresAt";

    // Characters: a row holds 1 MiB of UTF-16, and Azurite does not tell.
    private const int LongestRow = 500_000;

    private readonly TableClient _table = tables.GetTableClient(TableNames.Drafts);

    /// <summary>The draft behind a key.</summary>
    /// <param name="key">Key of the token in the address.</param>
    public async Task<DraftFound> FindAsync(string key, CancellationToken cancellation)
    {
        var rows = await ReadAsync(key, cancellation);
        if (rows.Find(row => row.RowKey == DraftRow) is { } own)
        {
            return Read(own);
        }

        if (rows.Find(row => row.RowKey == LinkRow) is not { } link)
        {
            return new DraftFound.Open(new ApplicationDraft { Id = key, Form = ApplicationForm.New(key) }, Version: null);
        }

        var found = await FindRowAsync(link.GetString(DraftColumn), DraftRow, cancellation) is { } draft ? Read(draft) : new DraftFound.Removed();
        return found is DraftFound.Open open && !open.Draft.MailedKeys.Contains(key) ? new DraftFound.Replaced() : found;
    }

    /// <summary>Stores a draft, unless somebody else was first.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="version">Its version as it was read; null for a new one.</param>
    /// <exception cref="BadHttpRequestException">More was typed than fits a row: far more than anybody types.</exception>
    public async Task<bool> TrySaveAsync(ApplicationDraft draft, string? version, CancellationToken cancellation)
    {
        var row = JsonColumns.RowOf(draft.Id, DraftRow, draft);
        if (JsonSerializer.Serialize(draft, StoredJson.Options).Length > LongestRow)
        {
            throw new BadHttpRequestException("The draft is larger than a row.", StatusCodes.Status413PayloadTooLarge);
        }

        row[ExpiresColumn] = draft.ExpiresAt;
        row[nameof(ApplicationDraft.State)] = draft.State.ToString();
        return await _table.TryWriteAsync(row, version is null ? null : new ETag(version), cancellation) is not null;
    }

    /// <summary>Lets a mailed link open a draft.</summary>
    public Task AddLinkAsync(string key, string draftId, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(key, LinkRow) { [DraftColumn] = draftId }, TableUpdateMode.Replace, cancellation);

    /// <summary>Open drafts that expire before a moment.</summary>
    public async IAsyncEnumerable<DraftFound.Open> FindExpiringAsync(
        DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"State eq {nameof(DraftState.Open)} and ExpiresAt lt {before}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return new DraftFound.Open(JsonColumns.Read<ApplicationDraft>(row), row.ETag.ToString());
        }
    }

    /// <summary>Ids of drafts that were sent or removed, and would have expired before a moment.</summary>
    public IAsyncEnumerable<string> FindSpentAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {DraftRow} and State ne {nameof(DraftState.Open)} and ExpiresAt lt {before}");
        return _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellation).Select(row => row.PartitionKey);
    }

    /// <summary>Forgets a draft with the links to it; the draft last, so that it is found again when this breaks off.</summary>
    public async Task EraseAsync(string draftId, CancellationToken cancellation)
    {
        await _table.RemoveWhereAsync(TableClient.CreateQueryFilter($"RowKey eq {LinkRow} and DraftId eq {draftId}"), int.MaxValue, cancellation);
        await _table.DeleteEntityAsync(draftId, DraftRow, ETag.All, cancellation);
    }

    private static DraftFound Read(TableEntity row)
    {
        var draft = JsonColumns.Read<ApplicationDraft>(row);
        return draft.State switch
        {
            DraftState.Sent => new DraftFound.Sent(),
            DraftState.Removed => new DraftFound.Removed(),
            DraftState.Open => new DraftFound.Open(draft, row.ETag.ToString()),
            _ => throw new UnreachableException(),
        };
    }

    // Both kinds of row in one request.
    private async Task<List<TableEntity>> ReadAsync(string key, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task<TableEntity?> FindRowAsync(string key, string row, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(key, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}

/// <summary>Looks after forms that were left.</summary>
public sealed class DraftSweep(SavedDrafts drafts)
{
    [Function(nameof(SweepDrafts))]
    public Task SweepDrafts([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        drafts.SweepAsync(cancellation);
}
