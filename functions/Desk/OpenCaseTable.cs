using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Desk;

/// <summary>
/// Table <c>OpenCases</c>: which initiatives were received and not closed, and what was told of their legal dates. A row is added on receipt
/// and removed when the watch sees that the initiative is closed; what counts is the initiative's own row.
/// </summary>
public sealed class OpenCaseTable(TableServiceClient tables)
{
    private const string Partition = "open";
    private const string DayFormat = "yyyy-MM-dd";

    private readonly TableClient _table = tables.GetTableClient(TableNames.OpenCases);

    /// <summary>Notes that an initiative was received. Doing so twice changes nothing.</summary>
    public Task AddAsync(string initiativeId, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(Partition, initiativeId), TableUpdateMode.Merge, cancellation);

    /// <summary>Remembers which signal went out.</summary>
    public Task RememberAsync(string initiativeId, DeadlineSignal told, CancellationToken cancellation)
    {
        var row = new Row
        {
            PartitionKey = Partition,
            RowKey = initiativeId,
            ToldOf = told.DecideBy.ToString(DayFormat, CultureInfo.InvariantCulture),
            ToldLevel = told.Level,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation);
    }

    /// <summary>Takes an initiative off the list.</summary>
    public Task RemoveAsync(string initiativeId, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition, initiativeId, ETag.All, cancellation);

    /// <summary>All that are on the list.</summary>
    public async Task<IReadOnlyList<OpenCase>> ListAsync(CancellationToken cancellation)
    {
        var cases = new List<OpenCase>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            cases.Add(new OpenCase(row.RowKey, ToldIn(row)));
        }

        return cases;
    }

    private static DeadlineSignal? ToldIn(Row row) => row is { ToldOf: { } day, ToldLevel: { } level }
        ? new DeadlineSignal(DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture), level)
        : null;

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? ToldOf { get; set; }

        public int? ToldLevel { get; set; }
    }
}
