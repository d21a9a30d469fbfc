namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>
/// External events of one replay: the newest waiter of a name gets the next event, and events that nobody waits for are kept
/// in order. Names compare without regard to case. A cancelled waiter leaves, so it takes no event with it.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, List<IWaiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Input)> _kept = [];

    private interface IWaiter
    {
        Type EventType { get; }

        void Receive(string? input);
    }

    public bool AnyWaiting => _waiters.Values.Any(waiters => waiters.Count > 0);

    /// <summary>The events that nobody has taken.</summary>
    public IReadOnlyList<(string Name, string? Input)> Kept => _kept;

    /// <exception cref="ArgumentException">Somebody waits for this name with another type.</exception>
    public Task<T> WaitAsync<T>(string name, CancellationToken cancellation)
    {
        if (!_waiters.TryGetValue(name, out var waiters))
        {
            _waiters[name] = waiters = [];
        }

        if (waiters.Count > 0 && waiters[^1].EventType != typeof(T))
        {
            throw new ArgumentException("Events with the same name must have the same type argument. Expected"
                + $" {waiters[^1].EventType.FullName} but was requested {typeof(T).FullName}.");
        }

        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        var waiter = new Waiter<T>(converter);
        if (_kept.FindIndex(kept => IsSame(kept.Name, name)) is var index and >= 0)
        {
            var input = _kept[index].Input;
            _kept.RemoveAt(index);
            waiter.Receive(input);
            return waiter.Task;
        }

        waiters.Add(waiter);
        cancellation.Register(() =>
        {
            waiters.Remove(waiter);
            waiter.TrySetCanceled(cancellation);
        });
        return waiter.Task;
    }

    public void Raise(string name, string? input)
    {
        if (!_waiters.TryGetValue(name, out var waiters) || waiters.Count == 0)
        {
            _kept.Add((name, input));
            return;
        }

        var newest = waiters[^1];
        waiters.RemoveAt(waiters.Count - 1);
        newest.Receive(input);
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed class Waiter<T>(DataConverter converter) : TaskCompletionSource<T>, IWaiter
    {
        public Type EventType => typeof(T);

        public void Receive(string? input)
        {
            // What the payload does to a converter is up to the app; the orchestrator sees it where it awaits the event.
            try
            {
                TrySetResult(converter.Deserialize<T>(input)!);
            }
            catch (Exception unreadable)
            {
                TrySetException(unreadable);
            }
        }
    }
}
