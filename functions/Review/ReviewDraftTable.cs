using Azure.Data.Tables;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Review;

/// <summary>
/// Table <c>ReviewDrafts</c>: a partition is one initiative, a row the decision on which one person works, from round to round until the case is
/// decided. Whoever takes over a seat has a row of their own and never sees this one.
/// </summary>
public sealed class ReviewDraftTable(TableServiceClient tables, TimeProvider clock)
{
    private const string SavedAt = nameof(SavedAt);

    private readonly TableClient _table = tables.GetTableClient(TableNames.ReviewDrafts);

    /// <summary>What this person kept last.</summary>
    public async Task<ReviewDraft> GetAsync(Link link, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(link.InitiativeId, link.Person.ToString(), cancellationToken: cancellation);
        return found.HasValue
            ? new ReviewDraft(JsonColumns.Read<VerdictForm>(found.Value!), found.Value!.GetDateTimeOffset(SavedAt), found.Value!.ETag.ToString())
            : ReviewDraft.None;
    }

    /// <summary>Keeps a form over the version that it was filled from.</summary>
    /// <returns>The version that it has now; null when another one was kept since, on another device or in another tab.</returns>
    public Task<string?> SaveAsync(Link link, VerdictForm form, CancellationToken cancellation) => _table.SaveOverAsync(
        RowOf(link, form), form.Version, cancellation);

    /// <summary>Keeps a form over whatever was kept.</summary>
    public Task ReplaceAsync(Link link, VerdictForm form, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(RowOf(link, form), TableUpdateMode.Replace, cancellation);

    /// <summary>Forgets what anybody kept of a case, also who gave up a seat, because it is decided. May be repeated.</summary>
    public Task RemoveAllAsync(string initiativeId, CancellationToken cancellation) => _table.RemovePartitionAsync(initiativeId, cancellation);

    private TableEntity RowOf(Link link, VerdictForm form)
    {
        var row = JsonColumns.RowOf(link.InitiativeId, link.Person.ToString(), form with { Choice = "", Version = "" });
        row[SavedAt] = clock.GetUtcNow();
        return row;
    }
}
