namespace Initiatiefloket.Testing;

/// <summary>What runs now on <see cref="TestDurable"/>; there is peace when nothing does.</summary>
internal sealed class TestWork
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource _idle = new();
    private int _running;

    public TestWork() => _idle.SetResult();

    /// <summary>Ends when nothing runs; fails when something failed that nobody waits for.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
        {
            return _idle.Task;
        }
    }

    /// <summary>Begins something that has to end before there is peace.</summary>
    public void Run(Func<Task> work)
    {
        lock (_lock)
        {
            if (_running++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _ = Task.Run(work).ContinueWith(Ended, TaskScheduler.Default);
    }

    private void Ended(Task work)
    {
        lock (_lock)
        {
            if (work.Exception is { } failure)
            {
                _failures.AddRange(failure.InnerExceptions);
            }

            if (--_running > 0)
            {
                return;
            }

            if (_failures.Count == 0)
            {
                _idle.SetResult();
            }
            else
            {
                _idle.SetException(_failures);
            }
        }
    }
}
