using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Support;

/// <summary>
/// Table <c>Support</c>: a partition is an initiative, with a row for each neighbour under the key of the e-mail address (<see cref="SupportKeys"/>), so that
/// an address counts once. The address itself is not kept. Whether somebody confirmed stands in the row key, so that counting reads no more than it counts.
/// </summary>
public sealed class SupportTable(TableServiceClient tables, TimeProvider clock) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Support];

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

    /// <summary>The keys of those who confirmed.</summary>
    public async Task<IReadOnlySet<string>> ListKeysAsync(string initiativeId, CancellationToken cancellation) =>
        await ConfirmedRows(initiativeId, ["RowKey"]).Select(row => row.RowKey[Given.Length..]).ToHashSetAsync(cancellationToken: cancellation);

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

/// <summary>A neighbour who supports an initiative (medeondertekenaar). Name and street are for the reviewer only.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Street">Street in which they live.</param>
/// <param name="At">When they asked to support it or, once confirmed, confirmed it.</param>
/// <param name="IsConfirmed">True when the e-mail address was confirmed, which makes it count.</param>
public sealed record Supporter(string Name, string Street, DateTimeOffset At, bool IsConfirmed);

/// <summary>How many neighbours support an initiative.</summary>
/// <param name="Given">Who confirmed.</param>
/// <param name="Needed">How many the policy asks for; 0 when support is free.</param>
public sealed record SupportCount(int Given, int Needed)
{
    /// <summary>How many are still to come; 0 when there are enough.</summary>
    public int Missing => Math.Max(0, Needed - Given);

    /// <summary>True when the reviewer need not ask for more.</summary>
    public bool IsEnough => Missing == 0;
}

/// <summary>Each night removes the neighbours whose names are not needed any more, as the page says that collects them.</summary>
public sealed class SupportSweep(SupportTable support, InitiativeTable initiatives, Policy policy, TimeProvider clock)
{
    private Term Kept => policy.Retention.Tables[TableNames.Support];

    [Function(nameof(SupportSweep))]
    public async Task Run([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await support.ForgetUnconfirmedAsync(cancellation);
        foreach (var id in await support.InitiativesAsync(cancellation))
        {
            if (await IsLongOverAsync(id, cancellation))
            {
                await support.EraseAsync(id, cancellation);
            }
        }
    }

    private async Task<bool> IsLongOverAsync(string id, CancellationToken cancellation) =>
        await initiatives.FindAsync(id, cancellation) is { IsClosed: true }
        && (await initiatives.GetEventsAsync(id, cancellation))[^1].At < Kept.OverSince(clock.GetUtcNow(), policy.WorkingDays);
}
