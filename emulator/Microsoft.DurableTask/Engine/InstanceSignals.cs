using System.Threading.Channels;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine;

/// <summary>Tells who waits for an instance that it has changed.</summary>
internal sealed class InstanceSignals
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Listener>> _listeners = [];

    /// <summary>Listens to an instance until it is disposed of. Listen before looking at storage.</summary>
    public Listener Listen(string instanceId)
    {
        var listener = new Listener(this, instanceId);
        lock (_lock)
        {
            if (!_listeners.TryGetValue(instanceId, out var listeners))
            {
                _listeners[instanceId] = listeners = [];
            }

            listeners.Add(listener);
        }

        return listener;
    }

    public void Tell(InstanceRow row)
    {
        lock (_lock)
        {
            _listeners.GetValueOrDefault(row.Id)?.ForEach(listener => listener.Tell(row));
        }
    }

    internal sealed class Listener(InstanceSignals signals, string instanceId) : IDisposable
    {
        private readonly Channel<InstanceRow> _latest = Channel.CreateBounded<InstanceRow>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public void Tell(InstanceRow row) => _latest.Writer.TryWrite(row);

        /// <summary>The instance as it became last, or null when nothing is told for some time.</summary>
        public async Task<InstanceRow?> HearAsync(TimeSpan patience, CancellationToken cancellation)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(patience);
            try
            {
                return await _latest.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return null;
            }
        }

        public void Dispose()
        {
            lock (signals._lock)
            {
                var listeners = signals._listeners[instanceId];
                listeners.Remove(this);
                if (listeners.Count == 0)
                {
                    signals._listeners.Remove(instanceId);
                }
            }
        }
    }
}
