using Azure.Data.Tables;
using Initiatiefloket.Budget;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Testing;

/// <summary>What the app stored, read beside it.</summary>
/// <param name="tables">Its tables.</param>
/// <param name="year">Year of the pot; that of all scenarios with a clock of their own when left out.</param>
public sealed class StoredCases(TableServiceClient tables, int year = StoredCases.Year)
{
    /// <summary>Year of the pot in scenarios with a clock of their own.</summary>
    public const int Year = 2026;

    private readonly InitiativeTable _initiatives = new(tables, new ChangeFeedTable(tables), []);
    private readonly PotLedger _pot = new(tables, TimeProvider.System);

    /// <summary>Waits until a case stands somewhere.</summary>
    public Task<Initiative> ReachAsync(string id, InitiativeState state, TimeSpan? longest = null) => Eventually.FindAsync(
        $"{id} to be {state}",
        async () =>
        {
            var initiative = await GetAsync(id);
            return initiative.State == state ? initiative : null;
        },
        longest);

    public Task<Initiative> GetAsync(string id) => _initiatives.GetAsync(id, CancellationToken.None);

    /// <summary>The keys of the audit trail, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string id) =>
        [.. (await _initiatives.GetEventsAsync(id, CancellationToken.None)).Select(happened => happened.Key).Order(StringComparer.Ordinal)];

    /// <summary>Who applied.</summary>
    public Task<Applicant> ApplicantAsync(string id) => _initiatives.GetApplicantAsync(id, CancellationToken.None);

    /// <summary>Waits until a mail of a case was sent and remembered.</summary>
    public Task<string> MailedAsync(string id, string step, TimeSpan? longest = null) => Eventually.FindAsync(
        $"mail {step} of {id}",
        async () => (await RowsOfAsync(TableNames.MailLog)).Any(row => row.PartitionKey == id && row.RowKey == step && row.GetString("Outcome") != "Offered") ? step : null,
        longest);

    /// <summary>The keys of the mails of a case, in the order of the alphabet, also of those on their way.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string id) =>
        [.. (await RowsOfAsync(TableNames.MailLog)).Where(row => row.PartitionKey == id).Select(row => row.RowKey).Order(StringComparer.Ordinal)];

    /// <summary>The keys of those that were offered to the mail service, of which nobody heard what became of them.</summary>
    public async Task<IReadOnlyList<string>> MailsOnTheirWayAsync(string id) =>
        [.. (await RowsOfAsync(TableNames.MailLog)).Where(row => row.PartitionKey == id && row.GetString("Outcome") == "Offered").Select(row => row.RowKey)];

    /// <summary>How often an application with this title was stored.</summary>
    public async Task<int> CountAsync(string title) => (await RowsOfAsync(TableNames.Initiatives))
        .Count(row => row.RowKey == "initiative" && row.GetString("Data").Contains($"\"{title}\"", StringComparison.Ordinal));

    public Task<PotClaim?> ClaimAsync(string id) => _pot.FindClaimAsync(year, id);

    /// <summary>Waits until the claim of a case stands somehow.</summary>
    public Task<PotClaim> ClaimBecomesAsync(string id, ClaimState state) => Eventually.FindAsync(
        $"the claim of {id} to be {state}", async () => await ClaimAsync(id) is { } claim && claim.State == state ? claim : null);

    public Task<PotBalance> BalanceAsync() => _pot.GetBalanceAsync(year);

    /// <summary>What the ledger says about a case, in order.</summary>
    public async Task<IReadOnlyList<LedgerEntryKind>> EntriesAsync(string id) =>
        [.. (await _pot.GetEntriesAsync(year)).Where(entry => entry.InitiativeId == id).Select(entry => entry.Kind)];

    /// <summary>Demands that all movements of the ledger together give the balance.</summary>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public async Task AssertLedgerAddsUpAsync()
    {
        var balance = await BalanceAsync();
        var movements = (await _pot.GetEntriesAsync(year)).SelectMany(entry => entry.Movements).ToList();
        var (total, reserved, granted) = (
            Euro.Sum(movements.Select(movement => movement.Total)),
            Euro.Sum(movements.Select(movement => movement.Reserved)),
            Euro.Sum(movements.Select(movement => movement.Granted)));
        if ((balance.Total, balance.Reserved, balance.Granted) != (total, reserved, granted))
        {
            throw new InvalidOperationException(
                $"The balance has {balance.Total}, {balance.Reserved} reserved and {balance.Granted} granted; the entries make {total}, {reserved} and {granted}.");
        }
    }

    /// <summary>All that the app stored, a line for each row with its version: equal when nothing was written in between.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync()
    {
        var rows = new List<string>();
        foreach (var table in TableNames.All)
        {
            rows.AddRange((await RowsOfAsync(table)).Select(row => $"{table} {row.PartitionKey} {row.RowKey} {row.ETag}"));
        }

        return rows;
    }

    /// <summary>All that the app and its workflows stored in tables but one, as text.</summary>
    public async Task<string> EverythingAsync(string except)
    {
        var values = new List<string>();
        await foreach (var table in tables.QueryAsync().Where(table => table.Name != except))
        {
            values.AddRange((await RowsOfAsync(table.Name)).SelectMany(row => row.Select(column => $"{column.Value}")));
        }

        return string.Join('\n', values);
    }

    private async Task<List<TableEntity>> RowsOfAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        return rows;
    }
}
