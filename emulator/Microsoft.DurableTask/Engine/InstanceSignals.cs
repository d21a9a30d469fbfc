using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine;

/// <summary>Tells who waits for an instance that it has changed.</summary>
internal sealed class InstanceSignals
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Waiter>> _waiters = [];

    /// <summary>Listens to an instance until it is disposed of.</summary>
    public Waiter Listen(string instanceId)
    {
        var waiter = new Waiter(this, instanceId);
        lock (_lock)
        {
            if (!_waiters.TryGetValue(instanceId, out var waiters))
            {
                _waiters[instanceId] = waiters = [];
            }

            waiters.Add(waiter);
        }

        return waiter;
    }

    public void Tell(InstanceRow row)
    {
        lock (_lock)
        {
            _waiters.GetValueOrDefault(row.Id)?.ForEach(waiter => waiter.Tell(row));
        }
    }

    internal sealed class Waiter(InstanceSignals signals, string instanceId) : IDisposable
    {
        private TaskCompletionSource<InstanceRow> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The instance at its next change. Ask for it before looking at storage.</summary>
        public Task<InstanceRow> Next => _next.Task;

        public void Tell(InstanceRow row)
        {
            var told = _next;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            told.TrySetResult(row);
        }

        public void Dispose()
        {
            lock (signals._lock)
            {
                var waiters = signals._waiters[instanceId];
                waiters.Remove(this);
                if (waiters.Count == 0)
                {
                    signals._waiters.Remove(instanceId);
                }
            }
        }
    }
}
