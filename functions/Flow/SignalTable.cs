using System.Net;
using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Flow;

/// <summary>
/// Table <c>Signals</c>: signals that are about to be sent. A decision and the event that reports it cannot be stored in one
/// transaction, so the signal is written first; what a crash leaves behind here is sent later.
/// </summary>
public sealed class SignalTable(TableServiceClient tables, TimeProvider clock) : ICaseStore
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Stores { get; } = [TableNames.Signals];

    private const string Pending = "pending";

    private readonly TableClient _table = tables.GetTableClient(TableNames.Signals);

    /// <summary>Remembers that a signal is due.</summary>
    public Task RememberAsync(Signal signal, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(RowOf(signal, clock.GetUtcNow()), TableUpdateMode.Replace, cancellation);

    /// <summary>The signal was sent.</summary>
    public Task ForgetAsync(Signal signal, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Pending, KeyOf(signal), ETag.All, cancellation);

    /// <summary>An overdue signal was sent. It stays if it was remembered again in the meantime: then it is for a decision that came after it was sent.</summary>
    public async Task ForgetAsync(OverdueSignal overdue, CancellationToken cancellation)
    {
        try
        {
            await _table.DeleteEntityAsync(Pending, KeyOf(overdue.Signal), overdue.Version, cancellation);
        }
        catch (RequestFailedException again) when (again.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            // Whoever remembered it sends it, or the next sweep does.
        }
    }

    /// <summary>Signals written before this moment and not sent since.</summary>
    public async Task<IReadOnlyList<OverdueSignal>> GetOverdueAsync(DateTimeOffset writtenBefore, CancellationToken cancellation)
    {
        var overdue = new List<OverdueSignal>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Pending} and WrittenAt lt {writtenBefore}");
        await foreach (var row in _table.QueryAsync<Row>(filter, cancellationToken: cancellation))
        {
            overdue.Add(new OverdueSignal(new Signal(row.InstanceId, row.EventName, Actor.Read(row.By)), row.ETag));
        }

        return overdue;
    }

    /// <summary>What was written before a moment.</summary>
    public static string WrittenBefore(DateTimeOffset moment) => TableClient.CreateQueryFilter($"WrittenAt lt {moment}");

    /// <summary>Forgets what was to be told to the workflow of a case. May be repeated.</summary>
    public Task EraseAsync(string initiativeId, CancellationToken cancellation) => _table.RemoveWhereAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {Pending} and InstanceId eq {initiativeId}"), int.MaxValue, cancellation);

    private static string KeyOf(Signal signal) => $"{signal.InstanceId}|{signal.EventName}|{signal.By}";

    private static Row RowOf(Signal signal, DateTimeOffset now) => new()
    {
        PartitionKey = Pending,
        RowKey = KeyOf(signal),
        InstanceId = signal.InstanceId,
        EventName = signal.EventName,
        By = signal.By.ToString(),
        WrittenAt = now,
    };

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string InstanceId { get; set; } = "";

        public string EventName { get; set; } = "";

        public string By { get; set; } = "";

        public DateTimeOffset WrittenAt { get; set; }
    }
}

/// <summary>
/// Wakes a workflow. It carries no decision: what counts is what the row says when the workflow looks, so a
/// signal may come twice or for nothing.
/// </summary>
/// <param name="InstanceId">The orchestration to wake.</param>
/// <param name="EventName">The wait that it ends; unique to its round.</param>
/// <param name="By">Who caused it, so that two people at once are two signals.</param>
public sealed record Signal(string InstanceId, string EventName, Actor By);

/// <summary>A signal that should have been sent by now.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Version">Version of its row, which changes when it is remembered again.</param>
public sealed record OverdueSignal(Signal Signal, ETag Version);
