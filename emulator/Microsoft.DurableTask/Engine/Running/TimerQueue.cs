using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Fires timers. Only those of the next minute are in memory; the others wait in the work table, sorted by time.</summary>
internal sealed class TimerQueue(
    TaskHubStorage storage, WorkIndex index, Outage outage, TimeProvider clock, Action<string, Message> post)
{
    private const int MaxLoad = 1_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<WorkRow, DateTime> _queue = new();

    // Row keys of timers that are queued or fired, and whether they are to be forgotten as soon as their row is gone.
    private readonly Dictionary<string, bool> _known = [];
    private DateTime _horizon = DateTime.MinValue;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Stores timers; they fire even if the process dies.</summary>
    public async Task AddAsync(IReadOnlyCollection<WorkRow> timers)
    {
        await index.AddTimersAsync(timers);
        Enqueue(timers);
    }

    public void Remove(WorkRow timer)
    {
        lock (_lock)
        {
            _known[timer.RowKey] = true;
        }

        index.RemoveTimer(timer, () =>
        {
            lock (_lock)
            {
                _known.Remove(timer.RowKey);
            }
        });
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            while (_horizon - Now <= Window / 2)
            {
                await LoadAsync(cancellation);
            }

            Task changed;
            DateTime wakeAt;
            lock (_lock)
            {
                FireDue();
                changed = _changed.Task;
                wakeAt = _queue.TryPeek(out _, out var next) && next < _horizon - (Window / 2) ? next : _horizon - (Window / 2);
            }

            await WaitAsync(wakeAt, changed, cancellation);
        }
    }

    private async Task WaitAsync(DateTime until, Task changed, CancellationToken cancellation)
    {
        var delay = until - Now;
        if (delay > TimeSpan.Zero)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(Task.Delay(delay, clock, waiting.Token), changed);
            await waiting.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void Enqueue(IEnumerable<WorkRow> timers)
    {
        lock (_lock)
        {
            foreach (var timer in timers)
            {
                if (timer.FireAt <= _horizon && _known.TryAdd(timer.RowKey, false))
                {
                    _queue.Enqueue(timer, timer.FireAt);
                }
            }

            _changed.TrySetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void FireDue()
    {
        while (_queue.TryPeek(out var timer, out var fireAt) && fireAt <= Now)
        {
            _queue.Dequeue();

            if (_known.TryGetValue(timer.RowKey, out var isRemoved) && !isRemoved)
            {
                var fired = timer.TimerId == WorkRow.StartTimer ? null : new HistoryEvent.TimerFired(timer.TimerId);
                post(timer.InstanceId, new Message(fired) { Execution = timer.Execution, Consumed = () => Remove(timer) });
            }
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        // The horizon moves first: a timer that is added while the query runs is then enqueued by whoever adds it.
        var until = Now + Window;
        lock (_lock)
        {
            _horizon = until;
        }

        var loaded = await outage.RideAsync(token => QueryAsync(until, token), cancellation);
        lock (_lock)
        {
            Enqueue(loaded);
            if (loaded.Count == MaxLoad)
            {
                // There is more: fire these and look again from the last one on.
                _horizon = loaded[^1].FireAt;
                FireDue();
            }
        }
    }

    private async Task<List<WorkRow>> QueryAsync(DateTime until, CancellationToken cancellation)
    {
        var last = WorkRow.TimerKey(until.AddTicks(1));
        var rows = new List<WorkRow>();
        var query = storage.Work.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {WorkRow.Partition} and RowKey ge {"t"} and RowKey lt {last}"),
            MaxLoad,
            cancellationToken: cancellation);
        await foreach (var page in query.AsPages())
        {
            foreach (var timer in page.Values.Select(WorkRow.Read).OfType<WorkRow>())
            {
                if (!IsKnown(timer))
                {
                    rows.Add(timer);
                }
            }

            if (rows.Count >= MaxLoad)
            {
                return rows[..MaxLoad];
            }
        }

        return rows;
    }

    private bool IsKnown(WorkRow timer)
    {
        lock (_lock)
        {
            return _known.ContainsKey(timer.RowKey);
        }
    }
}
