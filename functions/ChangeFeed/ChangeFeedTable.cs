using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.ChangeFeed;

/// <summary>
/// Table <c>ChangeFeed</c>: what changed, numbered in the order in which it was written. A reader remembers how far it came, so
/// nothing is missed or read twice, whatever the clocks say.
/// </summary>
public sealed class ChangeFeedTable(TableServiceClient tables) : IDisposable
{
    private const string Feed = "feed";
    private const string Head = "head";
    private const string EntryPrefix = "entry|";
    private const string SeenPrefix = "seen|";
    private const string WatermarkPrefix = "watermark|";

    private readonly TableClient _table = tables.GetTableClient(TableNames.ChangeFeed);

    // All cases append to one partition. Callers in this process take turns; the ETag guards against other processes.
    private readonly SemaphoreSlim _turn = new(1);

    // As this process wrote it last; who is in turn looks at it.
    private Row? _head;

    /// <summary>Appends a change, once: appending it again does nothing.</summary>
    public async Task AppendAsync(string initiativeId, string eventKey, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await AppendInTurnAsync(initiativeId, eventKey, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How far a reader came; 0 when it never read.</summary>
    public async Task<long> GetWatermarkAsync(string reader, CancellationToken cancellation) => await FindWatermarkAsync(reader, cancellation) ?? 0;

    /// <summary>How far a reader came; null when it never read.</summary>
    public async Task<long?> FindWatermarkAsync(string reader, CancellationToken cancellation) =>
        (await FindAsync(WatermarkPrefix + reader, cancellation))?.Number;

    /// <summary>Number of the newest entry; 0 when there is none.</summary>
    public async Task<long> GetNewestAsync(CancellationToken cancellation) => (await FindAsync(Head, cancellation))?.Number ?? 0;

    /// <summary>Remembers that a reader handled everything up to and including this entry.</summary>
    public Task SetWatermarkAsync(string reader, long number, CancellationToken cancellation)
    {
        var row = new Row { PartitionKey = Feed, RowKey = WatermarkPrefix + reader, Number = number };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The entries after one number up to and including another, in order.</summary>
    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(long after, long through, CancellationToken cancellation)
    {
        var entries = new List<FeedEntry>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Feed} and RowKey gt {EntryKey(after)} and RowKey le {EntryKey(through)}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            entries.Add(new FeedEntry(row.Number, row.InitiativeId, row.EventKey));
        }

        return entries;
    }

    /// <summary>The entries that were written before a moment, with the marks that they stand there.</summary>
    public static string WrittenBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {Feed} and Timestamp lt {moment} and ((RowKey ge {EntryPrefix} and RowKey lt {After(EntryPrefix)}) or (RowKey ge {SeenPrefix} and RowKey lt {After(SeenPrefix)}))");

    public void Dispose() => _turn.Dispose();

    private Task<Row> AppendInTurnAsync(string initiativeId, string eventKey, CancellationToken cancellation) =>
        Contention.WinAsync(TableNames.ChangeFeed, async () =>
        {
            var seen = new Row { PartitionKey = Feed, RowKey = $"{SeenPrefix}{initiativeId}|{eventKey}" };
            _head ??= await FindAsync(Head, cancellation);
            if (await TryAppendAsync(NextEntry(initiativeId, eventKey), seen, cancellation))
            {
                return seen;
            }

            // Somebody else appended, or this very change stands there already.
            _head = null;
            return await FindAsync(seen.RowKey, cancellation);
        });

    private Row NextEntry(string initiativeId, string eventKey)
    {
        var number = (_head?.Number ?? 0) + 1;
        return new Row { PartitionKey = Feed, RowKey = EntryKey(number), Number = number, InitiativeId = initiativeId, EventKey = eventKey };
    }

    private async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(Feed, key, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<bool> TryAppendAsync(Row entry, Row seen, CancellationToken cancellation)
    {
        var head = new Row { PartitionKey = Feed, RowKey = Head, Number = entry.Number };
        var move = _head is null ? Add(head) : new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, _head.ETag);
        try
        {
            var answers = await _table.SubmitTransactionAsync([move, Add(entry), Add(seen)], cancellation);
            head.ETag = answers.Value[0].Headers.ETag ?? default;
            _head = head.ETag == default ? null : head;
            return true;
        }
        catch (TableTransactionFailedException exception) when (Contention.IsConflict(exception))
        {
            return false;
        }
    }

    private static TableTransactionAction Add(Row row) => new(TableTransactionActionType.Add, row);

    private static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private static string EntryKey(long number) => EntryPrefix + number.ToString("D12", CultureInfo.InvariantCulture);

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public long Number { get; set; }

        public string InitiativeId { get; set; } = "";

        public string EventKey { get; set; } = "";
    }
}

/// <summary>One entry of the change feed.</summary>
/// <param name="Number">Its place in the feed, counted from 1 without gaps.</param>
/// <param name="InitiativeId">Which initiative changed.</param>
/// <param name="EventKey">Key of the event in the initiative's audit trail.</param>
public sealed record FeedEntry(long Number, string InitiativeId, string EventKey);
