using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Documents;

/// <summary>
/// Table <c>UnfinishedDocuments</c>: what <see cref="DocumentSweep"/> still has to look at. A blob and a row cannot be written in one
/// transaction, so a row here is written before either changes and taken away after both did.
/// </summary>
public sealed class UnfinishedDocumentTable(TableServiceClient tables)
{
    private const string Partition = "unfinished";

    private readonly TableClient _table = tables.GetTableClient(TableNames.UnfinishedDocuments);

    /// <summary>Remembers a blob, or remembers it anew from another moment on.</summary>
    internal Task RememberAsync(UnfinishedDocument unfinished, CancellationToken cancellation)
    {
        var row = new Row
        {
            PartitionKey = Partition,
            RowKey = unfinished.BlobName,
            Case = unfinished.Owner.Case,
            Part = unfinished.Owner.Part,
            Id = unfinished.Id,
            Since = unfinished.Since,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Nothing is left to be done with this blob.</summary>
    internal Task ForgetAsync(string blobName, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Partition, blobName, ETag.All, cancellation);

    /// <summary>What there is, longest waiting first. Usually nothing, after an outage of the scanner as much as was sent in that time.</summary>
    internal async Task<IReadOnlyList<UnfinishedDocument>> ListAsync(CancellationToken cancellation)
    {
        var all = new List<UnfinishedDocument>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            all.Add(new UnfinishedDocument(row.RowKey, new DocumentOwner(row.Case, row.Part), row.Id, row.Since));
        }

        return [.. all.OrderBy(unfinished => unfinished.Since)];
    }

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string Case { get; set; } = "";

        public string Part { get; set; } = "";

        public string Id { get; set; } = "";

        public DateTimeOffset Since { get; set; }
    }
}

/// <summary>A blob with which something is still to be done: to get or to lose its document, or to be scanned.</summary>
/// <param name="BlobName">The blob; it may not exist.</param>
/// <param name="Owner">Whose document it holds or was to hold.</param>
/// <param name="Id">Id of that document.</param>
/// <param name="Since">When that began, or when it was last tried.</param>
internal sealed record UnfinishedDocument(string BlobName, DocumentOwner Owner, string Id, DateTimeOffset Since);
