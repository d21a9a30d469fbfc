using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Reviewers;

/// <summary>
/// Table <c>CaseLists</c>: on whose list an initiative is. A partition is a reviewer or the coordinator, a row an initiative. It is a hint only:
/// whoever uses it looks up how the initiative stands (<see cref="CaseLists"/>); what is over is noted later (<see cref="CaseListSweep"/>).
/// </summary>
public sealed class CaseListTable(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.CaseLists);

    /// <summary>Puts an initiative on somebody's list, or back on it when it was over for them. Doing so twice changes nothing.</summary>
    public Task AddAsync(string person, string initiativeId, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new Row { PartitionKey = person, RowKey = initiativeId, Open = true }, TableUpdateMode.Replace, cancellation);

    /// <summary>Notes that an initiative is over for somebody.</summary>
    /// <param name="person">Whose list (<see cref="Initiatives.Actor"/>).</param>
    /// <param name="initiativeId">Reference of the initiative.</param>
    /// <param name="endedAt">Since when.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public Task EndAsync(string person, string initiativeId, DateTimeOffset endedAt, CancellationToken cancellation) => _table.UpsertEntityAsync(
        new Row { PartitionKey = person, RowKey = initiativeId, EndedAt = endedAt }, TableUpdateMode.Replace, cancellation);

    /// <summary>Whether an initiative is or was on somebody's list, also of what cannot be a reference.</summary>
    public async Task<bool> HasAsync(string person, string initiativeId, CancellationToken cancellation) =>
        initiativeId.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
        && (await _table.GetEntityIfExistsAsync<Row>(person, initiativeId, cancellationToken: cancellation)).HasValue;

    /// <summary>References of what was not noted as over.</summary>
    public async Task<IReadOnlyList<string>> ListOpenAsync(string person, CancellationToken cancellation)
    {
        var open = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person} and Open eq true");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            open.Add(row.RowKey);
        }

        return open;
    }

    /// <summary>References of what is over with the moment since when.</summary>
    public async Task<IReadOnlyList<(string InitiativeId, DateTimeOffset EndedAt)>> ListEndedAsync(string person, CancellationToken cancellation)
    {
        var ended = new List<(string InitiativeId, DateTimeOffset EndedAt)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person} and Open eq false");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            ended.Add((row.RowKey, row.EndedAt!.Value));
        }

        return ended;
    }

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public bool Open { get; set; }

        public DateTimeOffset? EndedAt { get; set; }
    }
}
