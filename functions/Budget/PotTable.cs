using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Budget;

/// <summary>
/// The table "Pot": a partition for each year with the rows <c>balance</c>, <c>claim|{initiative}</c>, <c>entry|{key}</c>,
/// <c>waiting|{receipt}|{initiative}</c>, <c>offered|{initiative}</c>, <c>place|{initiative}</c> and <c>line|{number}</c>. Each change also writes the balance, under its ETag, so that a decision
/// taken on any of these rows holds only when none of them changed meanwhile.
/// </summary>
internal sealed class PotTable(TableServiceClient tables) : IPotRows
{
    private const string BalanceKey = "balance";
    private const string Json = "Json";
    private const string Revision = "Revision";
    private const string Waiting = "Waiting";
    private const string LineColumn = "Line";
    private const string OpenColumn = "Open";

    private readonly TableClient _table = tables.GetTableClient("Pot");

    /// <summary>All of the years that were over at a moment.</summary>
    public static string OfYearsOverAt(DateTimeOffset moment) => TableClient.CreateQueryFilter($"PartitionKey lt {Partition(LocalTime.DayOf(moment).Year)}");

    public Task CreateAsync(CancellationToken cancellation) => _table.CreateIfNotExistsAsync(cancellation);

    public async Task<PotSnapshot> ReadAsync(int year, CancellationToken cancellation)
    {
        var row = await FindRowAsync(year, BalanceKey, cancellation);
        return row is null
            ? new PotSnapshot(PotBalance.Empty(year), 0, 0, null, null)
            : new PotSnapshot(
                Value<PotBalance>(row),
                row.GetInt64(Revision)!.Value,
                row.GetInt32(Waiting)!.Value,
                row.ETag.ToString(),
                row.GetString(LineColumn) is { } line ? JsonSerializer.Deserialize<LineHead>(line) : null);
    }

    public async Task<PotClaim?> FindClaimAsync(int year, string initiativeId, CancellationToken cancellation) =>
        await FindRowAsync(year, ClaimKey(initiativeId), cancellation) is { } row ? Value<PotClaim>(row) : null;

    public async Task<LedgerEntry?> FindEntryAsync(int year, string key, CancellationToken cancellation) =>
        await FindRowAsync(year, EntryKey(key), cancellation) is { } row ? Value<LedgerEntry>(row) : null;

    public Task<List<LedgerEntry>> ListEntriesAsync(int year, CancellationToken cancellation) =>
        ListAsync<LedgerEntry>(year, "entry|", "entry}", cancellation);

    public Task<List<MoneyAsked>> ListWaitingAsync(int year, CancellationToken cancellation) =>
        ListAsync<MoneyAsked>(year, "waiting|", "waiting}", cancellation);

    public async Task<LinePlace?> FindPlaceAsync(int year, string initiativeId, CancellationToken cancellation) =>
        await FindRowAsync(year, PlaceKey(initiativeId), cancellation) is { } row ? Value<LinePlace>(row) : null;

    public Task<List<LinePlace>> ListOpenPlacesAsync(int year, CancellationToken cancellation) =>
        ListAsync<LinePlace>(year, "place|", "place}", cancellation, $" and {OpenColumn} eq true");

    public Task<List<LineEvent>> ListLineAsync(int year, CancellationToken cancellation) =>
        ListAsync<LineEvent>(year, "line|", "line}", cancellation);

    public Task<List<string>> ListOfferedAsync(int year, CancellationToken cancellation) =>
        ListAsync<string>(year, "offered|", "offered}", cancellation);

    public Task RemoveOfferedAsync(int year, string initiativeId, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition(year), OfferedKey(initiativeId), ETag.All, cancellation);

    public async Task<bool> TrySaveAsync(PotChange change, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(ActionsOf(change), cancellation);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }
    }

    private static IEnumerable<TableTransactionAction> ActionsOf(PotChange change)
    {
        var year = change.After.Year;
        var balance = Row(year, BalanceKey, change.After);
        balance[Revision] = change.Revision;
        balance[Waiting] = change.Waiting;
        balance[LineColumn] = change.Head is { } head ? JsonSerializer.Serialize(head) : null;
        yield return change.Before.Version is { } version
            ? new(TableTransactionActionType.UpdateReplace, balance, new ETag(version))
            : new(TableTransactionActionType.Add, balance);
        foreach (var entry in change.Entries)
        {
            yield return new(TableTransactionActionType.Add, Row(year, EntryKey(entry.Key), entry));
        }

        foreach (var happened in change.Line?.Events ?? [])
        {
            yield return new(TableTransactionActionType.Add, Row(year, LineKey(happened.Number), happened));
        }

        foreach (var place in change.Line?.Places ?? [])
        {
            var row = Row(year, PlaceKey(place.InitiativeId), place);
            row[OpenColumn] = place.IsOpen;
            yield return new(TableTransactionActionType.UpsertReplace, row);
        }

        if (change.Claim is { } claim)
        {
            yield return new(TableTransactionActionType.UpsertReplace, Row(year, ClaimKey(claim.Asked.InitiativeId), claim));
        }

        if (change.Joins is { } joins)
        {
            yield return new(TableTransactionActionType.Add, Row(year, WaitingKey(joins), joins));
        }

        if (change.Leaves is { } leaves)
        {
            yield return new(TableTransactionActionType.Delete, new TableEntity(Partition(year), WaitingKey(leaves)), ETag.All);
        }

        if (change.Offered is { } offered)
        {
            yield return new(TableTransactionActionType.UpsertReplace, Row(year, OfferedKey(offered), offered));
        }
    }

    private async Task<TableEntity?> FindRowAsync(int year, string key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(year), key, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<List<T>> ListAsync<T>(int year, string from, string until, CancellationToken cancellation, string more = "")
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(year)} and RowKey ge {from} and RowKey lt {until}") + more;
        var rows = new List<T>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            rows.Add(Value<T>(row));
        }

        return rows;
    }

    private static TableEntity Row<T>(int year, string key, T value) =>
        new(Partition(year), key) { [Json] = JsonSerializer.Serialize(value) };

    private static T Value<T>(TableEntity row) => JsonSerializer.Deserialize<T>(row.GetString(Json))!;

    private static string Partition(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static string ClaimKey(string initiativeId) => $"claim|{Checked(initiativeId)}";

    private static string EntryKey(string key) => $"entry|{Checked(key)}";

    private static string OfferedKey(string initiativeId) => $"offered|{Checked(initiativeId)}";

    private static string PlaceKey(string initiativeId) => $"place|{Checked(initiativeId)}";

    private static string LineKey(int number) => $"line|{number.ToString("D10", CultureInfo.InvariantCulture)}";

    // Nineteen digits hold every moment, so that the order of the keys is the order of receipt; at the same moment the id decides.
    private static string WaitingKey(MoneyAsked asked) =>
        $"waiting|{asked.ReceivedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{Checked(asked.InitiativeId)}";

    private static string Checked(string part) =>
        part.Length is > 0 and <= 200 && !part.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character))
            ? part
            : throw new ArgumentException($"\"{part}\" cannot be part of a row key.", nameof(part));
}
