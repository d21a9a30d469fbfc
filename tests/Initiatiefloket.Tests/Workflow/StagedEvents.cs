namespace Initiatiefloket.Tests.Workflow;

/// <summary>The external events of a <see cref="StagedWorkflow"/>: the newest waiter gets the event, and one that comes early is kept.</summary>
internal sealed class StagedEvents
{
    private readonly Dictionary<string, Stack<TaskCompletionSource<string>>> _waiting = [];
    private readonly List<string> _kept = [];

    public Task<string> WaitAsync(string eventName)
    {
        if (_kept.Remove(eventName))
        {
            return Task.FromResult("");
        }

        var waiter = new TaskCompletionSource<string>();
        WaitersOf(eventName).Push(waiter);
        return waiter.Task;
    }

    public void Raise(string eventName)
    {
        if (WaitersOf(eventName).TryPop(out var newest))
        {
            newest.SetResult("");
        }
        else
        {
            _kept.Add(eventName);
        }
    }

    private Stack<TaskCompletionSource<string>> WaitersOf(string eventName)
    {
        if (!_waiting.TryGetValue(eventName, out var waiters))
        {
            _waiting[eventName] = waiters = new Stack<TaskCompletionSource<string>>();
        }

        return waiters;
    }
}
