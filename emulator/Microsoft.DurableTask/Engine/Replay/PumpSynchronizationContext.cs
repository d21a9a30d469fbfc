namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>Runs an orchestrator's continuations one by one on the thread that takes the step, in the order they came.</summary>
internal sealed class PumpSynchronizationContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();

    private int _thread = -1;

    public bool IsPumping => _thread == Environment.CurrentManagedThreadId;

    /// <summary>Does something as the orchestrator's thread, and then whatever that set free.</summary>
    public void Run(Action action)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            action();
            while (_queue.TryDequeue(out var work))
            {
                work.Callback(work.State);
            }
        }
        finally
        {
            _thread = -1;
            SetSynchronizationContext(previous);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        // A continuation from another thread means that the orchestrator awaited something that does not replay. Running it
        // would make history depend on chance, so it is left out; the context tells the code so when it comes back.
        if (IsPumping)
        {
            _queue.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An orchestrator cannot send work to its own thread and wait for it.");
}
