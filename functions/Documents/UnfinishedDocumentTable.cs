using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Documents;

/// <summary>
/// Table <c>UnfinishedDocuments</c>: with which documents something is still to be done, a partition for each kind of work. A blob and a row cannot be
/// written in one transaction, so a row of <see cref="Work.Finish"/> is written before either changes and taken away after both did.
/// </summary>
public sealed class UnfinishedDocumentTable(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.UnfinishedDocuments);

    /// <summary>Remembers a blob, or remembers it anew from another moment on.</summary>
    internal Task RememberAsync(UnfinishedDocument unfinished, CancellationToken cancellation, Work work = Work.Finish)
    {
        var row = new Row
        {
            PartitionKey = PartitionOf(work),
            RowKey = unfinished.BlobName,
            Case = unfinished.Owner.Case,
            Part = unfinished.Owner.Part,
            Id = unfinished.Id,
            Since = unfinished.Since,
            Tries = unfinished.Tries,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Nothing is left to be done with this blob.</summary>
    internal Task ForgetAsync(string blobName, CancellationToken cancellation, Work work = Work.Finish) =>
        _table.DeleteEntityAsync(PartitionOf(work), blobName, ETag.All, cancellation);

    /// <summary>What there is, longest waiting first. Usually nothing, after an outage of the scanner as much as was sent in that time.</summary>
    internal async Task<IReadOnlyList<UnfinishedDocument>> ListAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(Work.Finish, int.MaxValue, cancellation)).OrderBy(unfinished => unfinished.Since)];

    /// <summary>Some of what there is of one kind of work.</summary>
    /// <param name="work">The kind.</param>
    /// <param name="most">How many at most.</param>
    internal async Task<IReadOnlyList<UnfinishedDocument>> ListAsync(Work work, int most, CancellationToken cancellation)
    {
        var some = new List<UnfinishedDocument>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(work)}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            some.Add(new UnfinishedDocument(row.RowKey, new DocumentOwner(row.Case, row.Part), row.Id, row.Since) { Tries = row.Tries });
            if (some.Count >= most)
            {
                break;
            }
        }

        return some;
    }

    private static string PartitionOf(Work work) => work switch
    {
        Work.Finish => "unfinished",
        Work.ScanOneDay => "unscanned",
        Work.TellCoordinator => "unscannable",
        _ => throw new UnreachableException(),
    };

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

        public int Tries { get; set; }
    }
}

/// <summary>What is still to be done with a document.</summary>
internal enum Work
{
    /// <summary>Its blob is to get or to lose its row, or it is held and to be scanned.</summary>
    Finish,

    /// <summary>It can be opened, and is scanned once there is a scanner.</summary>
    ScanOneDay,

    /// <summary>It cannot be scanned, and the coordinator does not know yet.</summary>
    TellCoordinator,
}

/// <summary>A blob with which something is still to be done: to get or to lose its document, or to be scanned.</summary>
/// <param name="BlobName">The blob; it may not exist.</param>
/// <param name="Owner">Whose document it holds or was to hold.</param>
/// <param name="Id">Id of that document.</param>
/// <param name="Since">When that began, or when it was last tried.</param>
internal sealed record UnfinishedDocument(string BlobName, DocumentOwner Owner, string Id, DateTimeOffset Since)
{
    /// <summary>How often the scanner could not look at it.</summary>
    public int Tries { get; init; }
}
