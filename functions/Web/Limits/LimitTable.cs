using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Web;

/// <summary>
/// Table <c>Limits</c>: how much of its share somebody used, for all instances of the app together. Rows stand under a keyed hash, so that they do not say whose
/// they are, and mean nothing any more once their period is over.
/// </summary>
public sealed class LimitTable(TableServiceClient tables, KeyedHash hash, TimeProvider clock)
{
    private const string ShareRow = "share";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Limits);

    /// <summary>Uses one of somebody's share.</summary>
    /// <param name="limit">What is limited.</param>
    /// <param name="whose">Whose share.</param>
    /// <param name="once">
    /// Names what is done once, however often it is asked for: whoever presses again, because no page came, uses no more of the share. Null for what is done each time.
    /// </param>
    /// <returns>How long to wait when nothing is left; null when there was.</returns>
    public async Task<TimeSpan?> TakeAsync(Limit limit, string whose, string? once, CancellationToken cancellation)
    {
        var key = await KeyOfAsync(limit, whose, cancellation);
        var name = once is null ? null : await KeyOfAsync(limit, once, cancellation);
        var taken = await Contention.WinAsync<Taken>("A limit", async () =>
        {
            var row = await FindAsync(key, cancellation) ?? new Row { PartitionKey = key, RowKey = ShareRow };
            var (share, wait) = ShareIn(row, limit).Take(limit);
            if (name is not null && row.Last == name)
            {
                return new Taken(null);
            }

            if (wait is not null)
            {
                return new Taken(wait);
            }

            var isNew = row.At is null;
            (row.Left, row.At, row.Last) = (share.Left, share.Moment, name);
            return await _table.TryWriteAsync(row, isNew ? null : row.ETag, cancellation) is null ? null : new Taken(null);
        });
        return taken.Wait;
    }

    /// <summary>How long somebody has to wait whose share is used up; null for others. Uses nothing of it.</summary>
    public async Task<TimeSpan?> LookAsync(Limit limit, string whose, CancellationToken cancellation) =>
        await FindAsync(await KeyOfAsync(limit, whose, cancellation), cancellation) is { } row ? ShareIn(row, limit).Take(limit).Wait : null;

    private Share ShareIn(Row row, Limit limit)
    {
        var now = clock.GetUtcNow();
        return new Share(row.Left ?? limit.Number, row.At ?? now).At(now, limit);
    }

    private async Task<string> KeyOfAsync(Limit limit, string whose, CancellationToken cancellation) =>
        Convert.ToHexStringLower(await hash.OfAsync($"limit-{limit.Name}", whose, cancellation));

    private async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(key, ShareRow, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private sealed record Taken(TimeSpan? Wait);

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public double? Left { get; set; }

        public DateTimeOffset? At { get; set; }

        /// <summary>Keyed hash of what it was used for last; null for what is done each time.</summary>
        public string? Last { get; set; }
    }
}

/// <summary>How much is let through.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Number">How often in a period.</param>
/// <param name="Period">The period.</param>
public sealed record Limit(string Name, int Number, TimeSpan Period);

/// <summary>
/// What is left of somebody's share. It fills again little by little, so that who was stopped waits minutes and not until the period is over. Pure.
/// </summary>
/// <param name="Left">How often they may still, with a fraction for what is filling up.</param>
/// <param name="Moment">When that was so.</param>
internal readonly record struct Share(double Left, DateTimeOffset Moment)
{
    /// <summary>The share at another moment. Nothing fills when the clock was set back.</summary>
    public Share At(DateTimeOffset now, Limit limit)
    {
        var passed = now > Moment ? now - Moment : TimeSpan.Zero;
        return new Share(Math.Min(limit.Number, Left + (limit.Number * (passed / limit.Period))), now);
    }

    /// <summary>What is left after one more, or how long until there is one.</summary>
    public (Share After, TimeSpan? Wait) Take(Limit limit) => Left >= 1
        ? (this with { Left = Left - 1 }, null)
        : (this, limit.Period * ((1 - Left) / limit.Number));
}
