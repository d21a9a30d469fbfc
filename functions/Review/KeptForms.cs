using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Links;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Review;

/// <summary>The forms of a case that somebody works on and did not send yet.</summary>
public sealed class KeptForms(TableServiceClient tables, TimeProvider clock) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.ReviewDrafts, TableNames.AnswerDrafts];

    /// <inheritdoc/>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => ForgetAsync(initiativeId, cancellation);

    /// <summary>
    /// Table <c>ReviewDrafts</c>: the decision on which one person works, from round to round until the case is decided. Who takes over a seat has a form of their
    /// own and never sees this one.
    /// </summary>
    public KeptFormTable<VerdictForm> Reviews { get; } = new(tables.GetTableClient(TableNames.ReviewDrafts), clock);

    /// <summary>Table <c>AnswerDrafts</c>: the answers of one round that were not sent yet, by the id of the question.</summary>
    public KeptFormTable<IReadOnlyDictionary<string, string>> Answers { get; } = new(tables.GetTableClient(TableNames.AnswerDrafts), clock);

    /// <summary>Forgets all forms that were kept of a closed case, however it ended and who kept them. May be repeated.</summary>
    public async Task ForgetAsync(string initiativeId, CancellationToken cancellation)
    {
        await Reviews.RemoveAllAsync(initiativeId, cancellation);
        await Answers.RemoveAllAsync(initiativeId, cancellation);
    }
}

/// <summary>Which form of a case it is.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Name">Names it within the case.</param>
public sealed record KeptFormKey(string InitiativeId, string Name)
{
    /// <summary>The decision of whom a link was sent to, whatever the round.</summary>
    public static KeptFormKey OfReview(Link link) => new(link.InitiativeId, link.Person.ToString());

    /// <summary>The answers of a round.</summary>
    public static KeptFormKey OfAnswers(string initiativeId, int round) => new(initiativeId, $"round-{round}");
}

/// <summary>A form as it was kept last.</summary>
/// <param name="Form">What was filled in; null when nothing was kept.</param>
/// <param name="SavedAt">When it was kept; null when nothing was.</param>
/// <param name="Version">Changes each time it is kept; empty when nothing was.</param>
public sealed record Kept<T>(T? Form = null, DateTimeOffset? SavedAt = null, string Version = "")
    where T : class;

/// <summary>A table of kept forms of one kind: a partition is an initiative, a row a form.</summary>
public sealed class KeptFormTable<T>(TableClient table, TimeProvider clock)
    where T : class
{
    private const string SavedAt = nameof(SavedAt);

    /// <summary>What was kept last.</summary>
    public async Task<Kept<T>> GetAsync(KeptFormKey key, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(key.InitiativeId, key.Name, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row }
            ? new Kept<T>(JsonColumns.Read<T>(row), row.GetDateTimeOffset(SavedAt), row.ETag.ToString())
            : new Kept<T>();
    }

    /// <summary>Keeps a form over the version that it was filled from.</summary>
    /// <returns>The version that it has now; null when another one was kept since, on another device or in another tab.</returns>
    public Task<string?> SaveAsync(KeptFormKey key, T form, string version, CancellationToken cancellation) =>
        table.SaveOverAsync(RowOf(key, form), version, cancellation);

    /// <summary>Keeps a form over whatever was kept.</summary>
    public Task ReplaceAsync(KeptFormKey key, T form, CancellationToken cancellation) =>
        table.UpsertEntityAsync(RowOf(key, form), TableUpdateMode.Replace, cancellation);

    /// <summary>Forgets a form, because it was sent or came too late. May be repeated.</summary>
    public Task RemoveAsync(KeptFormKey key, CancellationToken cancellation) =>
        table.DeleteEntityAsync(key.InitiativeId, key.Name, ETag.All, cancellation);

    /// <summary>Forgets what anybody kept of a case, also who gave up a seat. May be repeated.</summary>
    public Task RemoveAllAsync(string initiativeId, CancellationToken cancellation) => table.RemovePartitionAsync(initiativeId, cancellation);

    private TableEntity RowOf(KeptFormKey key, T form)
    {
        var row = JsonColumns.RowOf(key.InitiativeId, key.Name, form);
        row[SavedAt] = clock.GetUtcNow();
        return row;
    }
}
