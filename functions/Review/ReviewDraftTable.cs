using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Review;

/// <summary>
/// Table <c>ReviewDrafts</c>: a partition is one initiative, a row the decision on which one person works in one round. Whoever takes over
/// a seat has a row of their own and never sees this one.
/// </summary>
public sealed class ReviewDraftTable(TableServiceClient tables, TimeProvider clock)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.ReviewDrafts);

    /// <summary>What this person kept last in this round.</summary>
    public async Task<ReviewDraft> GetAsync(Link link, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(link.InitiativeId, KeyOf(link), cancellationToken: cancellation);
        if (!found.HasValue)
        {
            return ReviewDraft.None;
        }

        var content = JsonColumns.Read<Content>(found.Value!);
        return new ReviewDraft(content.Form, content.SavedAt, found.Value!.ETag.ToString());
    }

    /// <summary>Keeps a form over the version that it was filled from.</summary>
    /// <returns>The version that it has now; null when another one was kept since, on another device or in another tab.</returns>
    public Task<string?> SaveAsync(Link link, VerdictForm form, CancellationToken cancellation) => _table.SaveOverAsync(
        JsonColumns.RowOf(link.InitiativeId, KeyOf(link), new Content(form with { Choice = "", Version = "" }, clock.GetUtcNow())), form.Version, cancellation);

    /// <summary>Forgets what was kept, because the person voted. May be repeated.</summary>
    public Task RemoveAsync(Link link, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(link.InitiativeId, KeyOf(link), ETag.All, cancellation);

    private static string KeyOf(Link link) => $"round-{link.Round}-{link.Person}";

    private sealed record Content(VerdictForm Form, DateTimeOffset SavedAt);
}
