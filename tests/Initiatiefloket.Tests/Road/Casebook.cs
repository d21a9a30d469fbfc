using Azure.Data.Tables;
using Initiatiefloket.Budget;
using Initiatiefloket.ChangeFeed;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Road;

/// <summary>What the app stored, read beside it.</summary>
public sealed class Casebook(TableServiceClient tables)
{
    /// <summary>Year of the pot in all scenarios.</summary>
    public const int Year = 2026;

    private readonly InitiativeTable _initiatives = new(tables, new ChangeFeedTable(tables));
    private readonly PotLedger _pot = new(tables, TimeProvider.System);

    /// <summary>Waits until a case stands somewhere.</summary>
    public Task<Initiative> ReachAsync(string id, InitiativeState state) => Eventually.FindAsync($"{id} to be {state}", async () =>
    {
        var initiative = await GetAsync(id);
        return initiative.State == state ? initiative : null;
    });

    public Task<Initiative> GetAsync(string id) => _initiatives.GetAsync(id, CancellationToken.None);

    /// <summary>The keys of the audit trail, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string id) =>
        [.. (await _initiatives.GetEventsAsync(id, CancellationToken.None)).Select(happened => happened.Key).Order(StringComparer.Ordinal)];

    /// <summary>Who applied.</summary>
    public Task<Applicant> ApplicantAsync(string id) => _initiatives.GetApplicantAsync(id, CancellationToken.None);

    /// <summary>Waits until a mail of a case was sent and remembered.</summary>
    public Task<string> MailedAsync(string id, string step) => Eventually.FindAsync(
        $"mail {step} of {id}", async () => (await MailsAsync(id)).FirstOrDefault(mail => mail == step));

    /// <summary>The keys of the mails of a case, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string id) =>
        [.. (await RowsOfAsync(TableNames.MailLog)).Where(row => row.PartitionKey == id).Select(row => row.RowKey).Order(StringComparer.Ordinal)];

    /// <summary>How often an application with this title was stored.</summary>
    public async Task<int> CountAsync(string title) => (await RowsOfAsync(TableNames.Initiatives))
        .Count(row => row.RowKey == "initiative" && row.GetString("Data").Contains($"\"{title}\"", StringComparison.Ordinal));

    public Task<PotClaim?> ClaimAsync(string id) => _pot.FindClaimAsync(Year, id);

    /// <summary>Waits until the claim of a case stands somehow.</summary>
    public Task<PotClaim> ClaimBecomesAsync(string id, ClaimState state) => Eventually.FindAsync(
        $"the claim of {id} to be {state}", async () => await ClaimAsync(id) is { } claim && claim.State == state ? claim : null);

    public Task<PotBalance> BalanceAsync() => _pot.GetBalanceAsync(Year);

    /// <summary>What the ledger says about a case, in order.</summary>
    public async Task<IReadOnlyList<LedgerEntryKind>> EntriesAsync(string id) =>
        [.. (await _pot.GetEntriesAsync(Year)).Where(entry => entry.InitiativeId == id).Select(entry => entry.Kind)];

    /// <summary>All movements of the ledger together give the balance.</summary>
    public async Task AssertLedgerAddsUpAsync()
    {
        var balance = await BalanceAsync();
        var movements = (await _pot.GetEntriesAsync(Year)).SelectMany(entry => entry.Movements).ToList();
        Assert.Equal(balance.Total, Euro.Sum(movements.Select(movement => movement.Total)));
        Assert.Equal(balance.Reserved, Euro.Sum(movements.Select(movement => movement.Reserved)));
        Assert.Equal(balance.Granted, Euro.Sum(movements.Select(movement => movement.Granted)));
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
