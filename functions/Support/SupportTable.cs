using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Support;

/// <summary>
/// Table <c>Support</c>: a partition is an initiative, with a row for each neighbour under the key of the e-mail address (<see cref="SupportKeys"/>), so that
/// an address counts once. The address itself is not kept. Whether somebody confirmed stands in the row key, so that counting reads no more than it counts.
/// </summary>
public sealed class SupportTable(TableServiceClient tables, TimeProvider clock)
{
    private const string Asked = "asked|";
    private const string Given = "given|";
    private const string GivenEnd = "given}";
    private const string UntilColumn = "Until";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Support);

    /// <summary>How many neighbours confirmed that they support an initiative.</summary>
    public async Task<int> CountAsync(string initiativeId, CancellationToken cancellation) =>
        await ConfirmedRows(initiativeId, ["RowKey"]).CountAsync(cancellation);

    /// <summary>The neighbours who confirmed, first one first: for the reviewer only.</summary>
    public async Task<IReadOnlyList<Supporter>> ListAsync(string initiativeId, CancellationToken cancellation) =>
        [.. await ConfirmedRows(initiativeId, select: null).Select(SupporterOf).OrderBy(supporter => supporter.At).ToListAsync(cancellation)];

    /// <summary>A neighbour who asked or confirmed, or null.</summary>
    public async Task<Supporter?> FindAsync(string initiativeId, string key, CancellationToken cancellation) =>
        (await FindRowAsync(initiativeId, Given + key, cancellation) ?? await FindRowAsync(initiativeId, Asked + key, cancellation)) is { } row
            ? SupporterOf(row)
            : null;

    /// <summary>Notes who wants to support an initiative. Does not count, and changes nothing for an address that confirmed before.</summary>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="key">Key of the e-mail address.</param>
    /// <param name="form">What was filled in.</param>
    /// <param name="until">When the link to confirm dies.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task AskAsync(string initiativeId, string key, SupportForm form, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await FindRowAsync(initiativeId, Given + key, cancellation) is null)
        {
            var row = RowOf(initiativeId, Asked + key, form.Name, form.Street);
            row[UntilColumn] = until;
            await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>Counts a neighbour. Nothing happens when it was done before, or when the address asked for nothing.</summary>
    public async Task ConfirmAsync(string initiativeId, string key, CancellationToken cancellation)
    {
        if (await FindRowAsync(initiativeId, Asked + key, cancellation) is not { } asked)
        {
            return;
        }

        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Delete, asked, asked.ETag),
            new(TableTransactionActionType.UpsertReplace, RowOf(initiativeId, Given + key, asked.GetString("Name"), asked.GetString("Street"))),
        ];
        try
        {
            await _table.SubmitTransactionAsync(actions, cancellation);
        }
        catch (TableTransactionFailedException exception) when (exception.Status is 404 || Contention.IsConflict(exception))
        {
            // The button was pressed twice at the same time, or support was taken back at that moment: the other one counts.
        }
    }

    /// <summary>Forgets a neighbour, confirmed or not.</summary>
    public async Task TakeBackAsync(string initiativeId, string key, CancellationToken cancellation)
    {
        await _table.DeleteEntityAsync(initiativeId, Given + key, ETag.All, cancellation);
        await _table.DeleteEntityAsync(initiativeId, Asked + key, ETag.All, cancellation);
    }

    /// <summary>Forgets who did not confirm in time.</summary>
    public async Task ForgetUnconfirmedAsync(CancellationToken cancellation)
    {
        // Across partitions, by a timer that runs once a day.
        var filter = TableClient.CreateQueryFilter($"Until le {clock.GetUtcNow()}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
    }

    /// <summary>The initiatives that have names of neighbours.</summary>
    public async Task<IReadOnlyCollection<string>> InitiativesAsync(CancellationToken cancellation) =>
        await _table.QueryAsync<TableEntity>(select: ["PartitionKey"], cancellationToken: cancellation)
            .Select(row => row.PartitionKey)
            .ToHashSetAsync(cancellationToken: cancellation);

    /// <summary>Forgets all neighbours of an initiative: some time after its end, and when its personal data are erased.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {initiativeId}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    private AsyncPageable<TableEntity> ConfirmedRows(string initiativeId, IEnumerable<string>? select) => _table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {initiativeId} and RowKey ge {Given} and RowKey lt {GivenEnd}"), select: select);

    private async Task<TableEntity?> FindRowAsync(string initiativeId, string rowKey, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(initiativeId, rowKey, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private TableEntity RowOf(string initiativeId, string rowKey, string name, string street) => new(initiativeId, rowKey)
    {
        ["Name"] = name,
        ["Street"] = street,
        ["At"] = clock.GetUtcNow(),
    };

    private static Supporter SupporterOf(TableEntity row) => new(
        row.GetString("Name"), row.GetString("Street"), row.GetDateTimeOffset("At")!.Value, row.RowKey.StartsWith(Given, StringComparison.Ordinal));
}
