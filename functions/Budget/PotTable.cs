using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Budget;

/// <summary>
/// The table "Pot": a partition for each year with the rows <c>balance</c>, <c>claim|{initiative}</c>, <c>entry|{key}</c>,
/// <c>waiting|{receipt}|{initiative}</c> and <c>offered|{initiative}</c>. Each change also writes the balance, under its ETag, so that a decision
/// taken on any of these rows holds only when none of them changed meanwhile.
/// </summary>
internal sealed class PotTable(TableServiceClient tables)
{
    private const string BalanceKey = "balance";
    private const string Json = "Json";
    private const string Revision = "Revision";
    private const string Waiting = "Waiting";

    private readonly TableClient _table = tables.GetTableClient("Pot");

    /// <summary>All of the years that were over at a moment.</summary>
    public static string OfYearsOverAt(DateTimeOffset moment) => TableClient.CreateQueryFilter($"PartitionKey lt {Partition(LocalTime.DayOf(moment).Year)}");

    public Task CreateAsync(CancellationToken cancellation) => _table.CreateIfNotExistsAsync(cancellation);

    public async Task<PotSnapshot> ReadAsync(int year, CancellationToken cancellation)
    {
        var row = await FindRowAsync(year, BalanceKey, cancellation);
        return row is null
            ? new PotSnapshot(PotBalance.Empty(year), 0, 0, null)
            : new PotSnapshot(Value<PotBalance>(row), row.GetInt64(Revision)!.Value, row.GetInt32(Waiting)!.Value, row.ETag.ToString());
    }

    public async Task<PotClaim?> FindClaimAsync(int year, string initiativeId, CancellationToken cancellation) =>
        await FindRowAsync(year, ClaimKey(initiativeId), cancellation) is { } row ? Value<PotClaim>(row) : null;

    public async Task<LedgerEntry?> FindEntryAsync(int year, string key, CancellationToken cancellation) =>
        await FindRowAsync(year, EntryKey(key), cancellation) is { } row ? Value<LedgerEntry>(row) : null;

    public Task<List<LedgerEntry>> ListEntriesAsync(int year, CancellationToken cancellation) =>
        ListAsync<LedgerEntry>(year, "entry|", "entry}", cancellation);

    public Task<List<MoneyAsked>> ListWaitingAsync(int year, CancellationToken cancellation) =>
        ListAsync<MoneyAsked>(year, "waiting|", "waiting}", cancellation);

    public async Task<MoneyAsked?> FindFirstWaitingAsync(int year, CancellationToken cancellation) =>
        (await ListAsync<MoneyAsked>(year, "waiting|", "waiting}", cancellation, most: 1)).FirstOrDefault();

    public Task<List<MoneyAsked>> ListWaitingBeforeAsync(int year, MoneyAsked asked, CancellationToken cancellation) =>
        ListAsync<MoneyAsked>(year, "waiting|", WaitingKey(asked), cancellation);

    public Task<List<string>> ListOfferedAsync(int year, CancellationToken cancellation) =>
        ListAsync<string>(year, "offered|", "offered}", cancellation);

    /// <summary>Forgets that an initiative is to be told of an offer; a second time does nothing.</summary>
    public Task RemoveOfferedAsync(int year, string initiativeId, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition(year), OfferedKey(initiativeId), ETag.All, cancellation);

    /// <summary>Writes a change whole; false when the pot was changed by someone else since it was read.</summary>
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
        balance[Revision] = change.Before.Revision + 1;
        balance[Waiting] = change.Waiting;
        yield return change.Before.Version is { } version
            ? new(TableTransactionActionType.UpdateReplace, balance, new ETag(version))
            : new(TableTransactionActionType.Add, balance);
        foreach (var entry in change.Entries)
        {
            yield return new(TableTransactionActionType.Add, Row(year, EntryKey(entry.Key), entry));
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

    private async Task<List<T>> ListAsync<T>(int year, string from, string until, CancellationToken cancellation, int? most = null)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(year)} and RowKey ge {from} and RowKey lt {until}");
        var rows = new List<T>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, most, cancellationToken: cancellation))
        {
            rows.Add(Value<T>(row));
            if (rows.Count == most)
            {
                break;
            }
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

    // Nineteen digits hold every moment, so that the order of the keys is the order of receipt; at the same moment the id decides.
    private static string WaitingKey(MoneyAsked asked) =>
        $"waiting|{asked.ReceivedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{Checked(asked.InitiativeId)}";

    private static string Checked(string part) =>
        part.Length is > 0 and <= 200 && !part.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character))
            ? part
            : throw new ArgumentException($"\"{part}\" cannot be part of a row key.", nameof(part));
}
