using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Assignment;

/// <summary>
/// Table <c>CaseLists</c>: on whose list an initiative is. A partition is a reviewer or the coordinator. It is a hint only: who uses it looks up how
/// the initiative stands (<see cref="CaseLists"/>); what is over is noted later (<see cref="CaseListSweep"/>).
/// An initiative has a row <c>case-</c> with its reference, and beside it one that starts with <c>open-</c> or <c>ended-</c>, so that what runs and the
/// newest of what is over are each read alone, however much there ever was.
/// </summary>
public sealed class CaseListTable(TableServiceClient tables) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.CaseLists];

    private const string CasePrefix = "case-";
    private const string OpenPrefix = "open-";
    private const string EndedPrefix = "ended-";

    // The character after the dash: what starts with a prefix stands before it.
    private const string AfterOpen = "open.";
    private const string AfterEnded = "ended.";
    private const string EndedAs = "EndedAs";

    private readonly TableClient _table = tables.GetTableClient(TableNames.CaseLists);

    /// <summary>Puts an initiative on somebody's list, or back on it when it was over for them. Doing so twice changes nothing.</summary>
    public Task AddAsync(Actor person, string initiativeId, CancellationToken cancellation) => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertMerge, new TableEntity(person.ToString(), CasePrefix + initiativeId)),
            new(TableTransactionActionType.UpsertReplace, new TableEntity(person.ToString(), OpenPrefix + initiativeId)),
        ],
        cancellation);

    /// <summary>Notes that an initiative is over for somebody on whose list it is.</summary>
    /// <param name="person">Whose list (<see cref="Initiatives.Actor"/>).</param>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="endedAt">Since when.</param>
    public async Task EndAsync(Actor person, string initiativeId, DateTimeOffset endedAt, CancellationToken cancellation)
    {
        var place = new PlaceAmongEnded(endedAt, initiativeId);
        var before = await _table.GetEntityIfExistsAsync<TableEntity>(person.ToString(), CasePrefix + initiativeId, cancellationToken: cancellation);
        var changes = RowsOfEnded(person, place).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)).ToList();

        // It was over before, then came back on the list.
        if (before.HasValue && before.Value!.GetString(EndedAs) is { } earlier && earlier != place.Key)
        {
            changes.Add(Delete(person, EndedPrefix + earlier));
        }

        try
        {
            await _table.SubmitTransactionAsync([.. changes, Delete(person, OpenPrefix + initiativeId)], cancellation);
        }
        catch (TableTransactionFailedException exception) when (exception.Status == 404)
        {
            // Somebody else noted it meanwhile.
        }
    }

    /// <summary>Takes an initiative off all lists. May be repeated.</summary>
    public async Task EraseAsync(string initiativeId, CancellationToken cancellation)
    {
        // The row that names the others goes last.
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {CasePrefix + initiativeId}"), cancellationToken: cancellation))
        {
            await _table.DeleteEntityAsync(row.PartitionKey, OpenPrefix + initiativeId, cancellationToken: cancellation);
            await _table.DeleteEntityAsync(row.PartitionKey, EndedPrefix + row.GetString(EndedAs), cancellationToken: cancellation);
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        }
    }

    /// <summary>Whether an initiative is or was on somebody's list, also of what cannot be a reference.</summary>
    public async Task<bool> HasAsync(Actor person, string initiativeId, CancellationToken cancellation) =>
        initiativeId.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && (await _table.GetEntityIfExistsAsync<TableEntity>(person.ToString(), CasePrefix + initiativeId, cancellationToken: cancellation)).HasValue;

    /// <summary>References of what was not noted as over.</summary>
    public async Task<IReadOnlyList<string>> ListOpenAsync(Actor person, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person.ToString()} and RowKey gt {OpenPrefix} and RowKey lt {AfterOpen}");
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .Select(row => row.RowKey[OpenPrefix.Length..])
            .ToListAsync(cancellation);
    }

    /// <summary>What was noted as over, newest first.</summary>
    /// <param name="person">Whose list.</param>
    /// <param name="after">The place after which to begin; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    public async Task<IReadOnlyList<PlaceAmongEnded>> ListEndedAsync(
        Actor person, PlaceAmongEnded? after, int most, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {person.ToString()} and RowKey gt {EndedPrefix + after?.Key} and RowKey lt {AfterEnded}");
        return await _table.QueryAsync<TableEntity>(filter, most, cancellationToken: cancellation)
            .Take(most)
            .Select(row => PlaceAmongEnded.Read(row.RowKey[EndedPrefix.Length..])!)
            .ToListAsync(cancellation);
    }

    /// <summary>The rows of an initiative that is over for somebody.</summary>
    public static IReadOnlyList<TableEntity> RowsOfEnded(Actor person, PlaceAmongEnded place) =>
        [new(person.ToString(), CasePrefix + place.InitiativeId) { [EndedAs] = place.Key }, new(person.ToString(), EndedPrefix + place.Key)];

    private static TableTransactionAction Delete(Actor person, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(person.ToString(), key) { ETag = Azure.ETag.All });
}
