using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Worklist;

/// <summary>Table <c>Worklist</c>: the coordinator's list, a line for each case (<see cref="WorklistRows"/>).</summary>
public sealed class WorklistTable(TableServiceClient tables) : ICaseStore
{
    // A page of a query.
    private const int MostAtOnce = 1_000;

    private readonly TableClient _table = tables.GetTableClient(TableNames.Worklist);

    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Worklist];

    /// <summary>Changes the line of a case that runs, but not what changes apart from the rest.</summary>
    /// <param name="item">The line.</param>
    /// <param name="isMailFailed">Whether mail does not arrive; null when that stays as it is.</param>
    /// <returns>False when there is no such line.</returns>
    public async Task<bool> TryChangeOpenAsync(WorkItem item, bool? isMailFailed, CancellationToken cancellation)
    {
        var row = WorklistRows.OpenPart(item);
        if (isMailFailed is { } failed)
        {
            WorklistRows.SetMailFailed(row, failed);
        }

        try
        {
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Puts the line of a case where it belongs, in place of what stands there of it. May be repeated.</summary>
    /// <param name="item">The line, whole.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>False when it stood there as it is.</returns>
    public async Task<bool> PutAsync(WorkItem item, CancellationToken cancellation)
    {
        var before = await RowsOfAsync(item.Id, cancellation);
        var rows = RowsOf(item);
        if (before.Count == 1 && before[0].RowKey == rows[0].RowKey && WorklistRows.HoldSame(before[0], rows[0]))
        {
            return false;
        }

        var gone = before.SelectMany(WorklistRows.KeysWith).Except(rows.Select(row => row.RowKey)).Select(Deletion);
        await SubmitAsync([.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), .. gone], cancellation);
        return true;
    }

    /// <summary>All rows of a case: one when it runs, several when it ended.</summary>
    public static IReadOnlyList<TableEntity> RowsOf(WorkItem item) => item.EndedAt is null ? [WorklistRows.Open(item)] : WorklistRows.Ended(item);

    /// <summary>Takes a case off the list. May be repeated.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation)
    {
        if ((await RowsOfAsync(initiativeId, cancellation)).SelectMany(WorklistRows.KeysWith).ToList() is [_, ..] keys)
        {
            await SubmitAsync([.. keys.Select(Deletion)], cancellation);
        }
    }

    /// <summary>The lines of cases that run, in no order.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<WorkItem>> ListOpenAsync(int most, CancellationToken cancellation) =>
        await _table.QueryAsync<TableEntity>(Between(WorklistRows.OpenPrefix, "open."), MostAtOnce, cancellationToken: cancellation)
            .Take(most)
            .Select(WorklistRows.Read)
            .ToListAsync(cancellation);

    /// <summary>The lines of cases that ended, newest first.</summary>
    /// <param name="filters">What they have in common.</param>
    /// <param name="after">The place after which to begin; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<WorkItem>> ListEndedAsync(WorkFilters filters, string? after, int most, CancellationToken cancellation)
    {
        // Lines from before they stood by filter get there within hours; until then storage looks through all.
        var key = filters.Key is { } chosen && (await GetFilledAsync(cancellation)).IsWhole ? chosen : null;
        var (from, until) = WorklistRows.EndedFrom(key);
        var filter = Between(from + after, until) + filters.InStorage();
        return await _table.QueryAsync<TableEntity>(filter, Math.Min(most, MostAtOnce), cancellationToken: cancellation)
            .Take(most)
            .Select(WorklistRows.Read)
            .ToListAsync(cancellation);
    }

    /// <summary>The places among what ended of cases that are found by words, newest first.</summary>
    /// <param name="typed">Beginnings of words, of which a case has each (<see cref="SearchWords.Typed"/>).</param>
    /// <param name="filters">What else they have in common.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The places; and whether there are more than were looked at.</returns>
    public async Task<(IReadOnlyList<string> Places, bool IsMore)> SearchEndedAsync(
        IReadOnlyList<string> typed, WorkFilters filters, CancellationToken cancellation)
    {
        var (from, until) = WorklistRows.WordsFrom(typed[0]);
        var rows = await _table.QueryAsync<TableEntity>(Between(from, until) + filters.InStorage(), MostAtOnce, cancellationToken: cancellation)
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        var found = rows.Where(row => SearchWords.Match(typed, WorklistRows.WordsIn(row))).Select(WorklistRows.PlaceIn).Distinct();
        return ([.. found.Order(StringComparer.Ordinal)], rows.Count == MostAtOnce);
    }

    /// <summary>The lines at some places among what ended, in that order.</summary>
    public async Task<IReadOnlyList<WorkItem>> GetEndedAsync(IEnumerable<string> places, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(places.Select(place => _table.GetEntityIfExistsAsync<TableEntity>(
            WorklistRows.Partition, WorklistRows.EndedPrefix + place, cancellationToken: cancellation)));
        return [.. found.Where(row => row.HasValue).Select(row => WorklistRows.Read(row.Value!))];
    }

    /// <summary>How far cases that ended before lines were as they are today were taken onto the list.</summary>
    public async Task<WorklistFilled> GetFilledAsync(CancellationToken cancellation) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Partition, WorklistRows.FilledKey, cancellationToken: cancellation) is { HasValue: true } row
            && JsonColumns.Read<WorklistFilled>(row.Value!) is { Shape: WorklistFilled.ShapeOfToday } filled
            ? filled
            : new WorklistFilled(After: null, IsWhole: false) { Shape = WorklistFilled.ShapeOfToday };

    /// <summary>Remembers that.</summary>
    public Task SetFilledAsync(WorklistFilled filled, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(JsonColumns.RowOf(WorklistRows.Partition, WorklistRows.FilledKey, filled), TableUpdateMode.Replace, cancellation);

    /// <summary>Whether a coordinator was told of the list.</summary>
    /// <param name="who">Hash of the address.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<bool> IsWelcomedAsync(string who, CancellationToken cancellation) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Partition, WorklistRows.WelcomePrefix + who, cancellationToken: cancellation)).HasValue;

    /// <summary>Remembers that.</summary>
    public Task WelcomeAsync(string who, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(WorklistRows.Partition, WorklistRows.WelcomePrefix + who), TableUpdateMode.Replace, cancellation);

    /// <summary>What the coordinator was last told of the pot of a year; null when nothing yet.</summary>
    public async Task<LowPot?> FindLowPotAsync(int year, CancellationToken cancellation) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(WorklistRows.Partition, LowPotKey(year), cancellationToken: cancellation) is { HasValue: true } row
            ? JsonColumns.Read<LowPot>(row.Value!)
            : null;

    /// <summary>Remembers that.</summary>
    public Task SetLowPotAsync(int year, LowPot told, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(JsonColumns.RowOf(WorklistRows.Partition, LowPotKey(year), told), TableUpdateMode.Replace, cancellation);

    private static string LowPotKey(int year) => string.Create(CultureInfo.InvariantCulture, $"{WorklistRows.LowPotPrefix}{year}");

    private static string Between(string from, string until) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {WorklistRows.Partition} and RowKey gt {from} and RowKey lt {until}");

    // The rows that have its reference for a key: where it runs, and what tells where it ended.
    private async Task<IReadOnlyList<TableEntity>> RowsOfAsync(string initiativeId, CancellationToken cancellation)
    {
        var (open, ended) = (WorklistRows.OpenPrefix + initiativeId, WorklistRows.CasePrefix + initiativeId);
        return await _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {WorklistRows.Partition} and (RowKey eq {open} or RowKey eq {ended})"),
            cancellationToken: cancellation).ToListAsync(cancellation);
    }

    private static TableTransactionAction Deletion(string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(WorklistRows.Partition, key) { ETag = ETag.All });

    private async Task SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(actions, cancellation);
        }
        catch (TableTransactionFailedException exception) when (exception.Status == 404)
        {
            // Somebody else moved it at this moment, and wrote what holds; the next round puts right what does not (WorklistSweep).
        }
    }
}
