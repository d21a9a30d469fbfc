using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Workflow;

/// <summary>The durable timers of a <see cref="StagedWorkflow"/>.</summary>
internal sealed class StagedClock
{
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Timer)> _timers = [];

    public DateTimeOffset Now { get; private set; } = Cases.ReceivedAt;

    public int OpenTimers => _timers.Count(entry => !entry.Timer.Task.IsCompleted);

    public Task WaitAsync(DateTime due, CancellationToken cancellation)
    {
        if (due <= Now.UtcDateTime)
        {
            return Task.CompletedTask;
        }

        var timer = new TaskCompletionSource();
        _timers.Add((new DateTimeOffset(due), timer));
        cancellation.Register(() => timer.TrySetCanceled(cancellation));
        return timer.Task;
    }

    /// <summary>The next timer fires this much before its time.</summary>
    public void FireEarly(TimeSpan early)
    {
        var next = _timers.Where(entry => !entry.Timer.Task.IsCompleted).OrderBy(entry => entry.Due).First();
        Now = next.Due - early;
        next.Timer.SetResult();
    }

    public void PassTo(DateTimeOffset moment)
    {
        while (_timers.Where(entry => !entry.Timer.Task.IsCompleted && entry.Due <= moment).OrderBy(entry => entry.Due).ToList() is [var next, ..])
        {
            Now = next.Due;
            next.Timer.SetResult();
        }

        Now = moment;
    }
}
