using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Desk;

/// <summary>
/// Table <c>Deadlines</c>: the last signal about the legal date of each open case that went out. One partition, a row for each case, removed
/// when the watch sees that the case is closed.
/// </summary>
public sealed class DeadlineTable(TableServiceClient tables) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Deadlines];

    /// <inheritdoc/>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => ForgetAsync(initiativeId, cancellation);

    private const string Partition = "told";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Deadlines);

    /// <summary>Remembers which signal went out.</summary>
    public Task RememberAsync(string initiativeId, DeadlineSignal told, CancellationToken cancellation)
    {
        var row = new Row
        {
            PartitionKey = Partition,
            RowKey = initiativeId,
            DecideBy = told.DecideBy.ToIso(),
            Level = told.Level,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Forgets a case that is closed.</summary>
    public Task ForgetAsync(string initiativeId, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition, initiativeId, ETag.All, cancellation);

    /// <summary>The last signal that went out, by reference of the initiative.</summary>
    public async Task<IReadOnlyDictionary<string, DeadlineSignal>> ListAsync(CancellationToken cancellation)
    {
        var told = new Dictionary<string, DeadlineSignal>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            told[row.RowKey] = new DeadlineSignal(IsoDate.Parse(row.DecideBy), row.Level);
        }

        return told;
    }

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string DecideBy { get; set; } = "";

        public int Level { get; set; }
    }
}
