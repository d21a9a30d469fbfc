using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>
/// Which instances are busy and which timers run, in storage, so that after a crash only these are looked at. Rows are written
/// before the work they point at and removed some time after it: a row too many is harmless. One writer puts what many
/// instances ask for in one transaction.
/// </summary>
internal sealed class WorkIndex(TaskHubStorage storage, Outage outage)
{
    private const int MaxBatch = 100;
    private static readonly TimeSpan RemovalDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, WorkEntry> _busy = [];
    private readonly Dictionary<string, WorkEntry> _changes = [];
    private TaskCompletionSource _urgent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cancelled when nothing is written any more; who waits for a row is told so.</summary>
    public CancellationToken Stopping { get; set; }

    /// <summary>Keeps an instance marked as busy until it is released as often as it was held.</summary>
    public Task HoldAsync(string instanceId)
    {
        var row = WorkRow.Busy(instanceId);
        lock (_lock)
        {
            if (!_busy.TryGetValue(row.RowKey, out var entry))
            {
                _busy[row.RowKey] = entry = new(row);
            }

            return ++entry.Holds == 1 || !entry.IsStored ? Change(entry, isWanted: true) : Task.CompletedTask;
        }
    }

    public void Release(string instanceId)
    {
        lock (_lock)
        {
            var entry = _busy[WorkRow.Busy(instanceId).RowKey];
            if (--entry.Holds == 0)
            {
                _ = Change(entry, isWanted: false);
            }
        }
    }

    /// <summary>Holds an instance whose row is in storage already.</summary>
    public void Adopt(WorkRow row)
    {
        lock (_lock)
        {
            var entry = new WorkEntry(row) { Holds = 1, IsStored = true, IsWanted = true };
            entry.Stored.SetResult(); // the row is there: who holds the instance again before its removal is written need not wait
            _busy[row.RowKey] = entry;
        }
    }

    public Task AddTimersAsync(IEnumerable<WorkRow> timers)
    {
        lock (_lock)
        {
            return Task.WhenAll(timers.Select(timer => Change(new(timer), isWanted: true)));
        }
    }

    /// <summary>Removes a timer's row before long, and tells when it is gone.</summary>
    public void RemoveTimer(WorkRow timer, Action removed)
    {
        lock (_lock)
        {
            _ = Change(new(timer) { IsStored = true, Removed = removed }, isWanted: false);
        }
    }

    /// <summary>Writes until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            // Additions are waited for; removals can wait for company.
            await Task.WhenAny(_urgent.Task, Task.Delay(RemovalDelay, cancellation));
            cancellation.ThrowIfCancellationRequested();
            while (TakeBatch() is { Count: > 0 } batch)
            {
                await outage.RideAsync(token => WorkWrite.SubmitAsync(storage, batch, token), cancellation);
                Complete(batch);
            }
        }
    }

    private Task Change(WorkEntry entry, bool isWanted)
    {
        if (_changes.TryGetValue(entry.Row.RowKey, out var pending))
        {
            entry = pending;
        }

        entry.IsWanted = isWanted;
        _changes[entry.Row.RowKey] = entry;
        if (!isWanted)
        {
            return Task.CompletedTask;
        }

        _urgent.TrySetResult();
        return entry.Stored.Task.WaitAsync(Stopping);
    }

    private List<WorkWrite> TakeBatch()
    {
        lock (_lock)
        {
            if (_urgent.Task.IsCompleted)
            {
                _urgent = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            var batch = _changes.Values.OrderByDescending(entry => entry.IsWanted).Take(MaxBatch).Select(WorkWrite.Take).ToList();
            batch.ForEach(write => _changes.Remove(write.Entry.Row.RowKey));
            return batch;
        }
    }

    private void Complete(List<WorkWrite> batch)
    {
        batch.ForEach(write => write.Entry.Removed?.Invoke());
        lock (_lock)
        {
            foreach (var (entry, action) in batch)
            {
                if (action?.ActionType == TableTransactionActionType.UpsertReplace || (action is null && entry.IsStored))
                {
                    entry.IsStored = true; // now, or it was there all the time
                    entry.Stored.TrySetResult();
                }
                else if (!entry.IsStored && entry.Holds == 0 && !_changes.ContainsKey(entry.Row.RowKey))
                {
                    _busy.Remove(entry.Row.RowKey);
                }
            }
        }
    }
}
