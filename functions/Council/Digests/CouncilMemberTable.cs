using Azure.Data.Tables;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Council.Digests;

/// <summary>Table <c>CouncilMembers</c>: a row for each council member with what they want of the digest, and up to when it was handled.</summary>
public sealed class CouncilMemberTable(TableServiceClient tables)
{
    private const string Partition = "member";
    private const string SeenColumn = "SeenOn";
    private const int MonthInDays = 28;

    private readonly TableClient _table = tables.GetTableClient(TableNames.CouncilMembers);

    /// <summary>The rows of those who were on the council for the last time before a moment.</summary>
    public static string LeftBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter($"SeenOn lt {LocalTime.DayOf(moment).ToIso()}");

    /// <summary>What is remembered of a member; null for one who was never seen.</summary>
    public async Task<DigestReader?> FindAsync(string memberId, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, memberId, cancellationToken: cancellation);
        return found.HasValue ? JsonColumns.Read<DigestReader>(found.Value!) : null;
    }

    /// <summary>What is remembered of a member on the council today, who is noted when they were not seen for a month.</summary>
    /// <param name="memberId">Id of the member.</param>
    /// <param name="first">What to remember of one who was never seen.</param>
    /// <param name="today">The day in town.</param>
    public async Task<DigestReader> SeeAsync(string memberId, DigestReader first, DateOnly today, CancellationToken cancellation)
    {
        var seen = await FindAsync(memberId, cancellation);
        return seen is not null && seen.SeenOn > today.AddDays(-MonthInDays)
            ? seen
            : await ChangeAsync(memberId, first, reader => reader with { SeenOn = today }, cancellation);
    }

    /// <summary>Changes what is remembered, whoever else changes it at the same time.</summary>
    /// <param name="memberId">Id of the member.</param>
    /// <param name="first">What to start from for one who was never seen.</param>
    /// <param name="change">Returns what is to be remembered.</param>
    public Task<DigestReader> ChangeAsync(string memberId, DigestReader first, Func<DigestReader, DigestReader> change, CancellationToken cancellation) =>
        Contention.WinAsync(memberId, async () =>
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, memberId, cancellationToken: cancellation);
            var changed = change(found.HasValue ? JsonColumns.Read<DigestReader>(found.Value!) : first);
            var row = JsonColumns.RowOf(Partition, memberId, changed);
            row[SeenColumn] = changed.SeenOn.ToIso();
            return await _table.TryWriteAsync(row, found.HasValue ? found.Value!.ETag : null, cancellation) is null ? null : changed;
        });
}
