using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>A row of the work table: an instance that is busy, or a timer that is to fire.</summary>
internal sealed record WorkRow(string RowKey, string InstanceId, DateTime FireAt, string? Execution, int TimerId)
{
    public const string Partition = "work";

    /// <summary>The timer that starts an instance at its moment.</summary>
    public const int StartTimer = -1;

    public static WorkRow Busy(string instanceId) => new($"r{StorageKey.Escape(instanceId)}", instanceId, default, null, default);

    public static WorkRow Timer(string instanceId, string execution, int timerId, DateTime fireAt) => new(
        $"{TimerKey(fireAt)}-{StorageKey.Escape(instanceId)}-{execution}-{timerId}", instanceId, fireAt, execution, timerId);

    public static string TimerKey(DateTime fireAt) => $"t{StorageKey.Of(fireAt)}";

    /// <summary>Null when it is no row that an engine wrote.</summary>
    public static WorkRow? Read(TableEntity row) => row.TryGetValue(nameof(InstanceId), out var id) && id is string instanceId
        ? new(
            row.RowKey,
            instanceId,
            row.GetDateTimeOffset(nameof(FireAt))?.UtcDateTime ?? default,
            row.GetString(nameof(Execution)),
            row.GetInt32(nameof(TimerId)) ?? default)
        : null;

    public TableEntity Write()
    {
        var row = new TableEntity(Partition, RowKey) { [nameof(InstanceId)] = InstanceId };
        if (Execution is not null)
        {
            row[nameof(FireAt)] = new DateTimeOffset(FireAt, TimeSpan.Zero);
            row[nameof(Execution)] = Execution;
            row[nameof(TimerId)] = TimerId;
        }

        return row;
    }
}
