namespace Initiatiefloket.DevHost;

/// <summary>Runs the timer functions by a clock, each one run at a time.</summary>
internal sealed class Timers(Worker worker, IConfiguration settings, TimeProvider clock, ILogger<Timers> logger)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Follows the schedules of all timer functions until it is stopped.</summary>
    /// <param name="durableClient">What a durableClient binding hands to them.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="kept">Where runs are remembered; null for nowhere.</param>
    public void Start(Func<string> durableClient, CancellationToken stop, TimerStatuses? kept = null)
    {
        foreach (var (function, schedule) in worker.Functions.Where(one => one.TriggerType == "timerTrigger").Select(one => (one, Schedule.Of(one, settings))).ToArray())
        {
            var isKept = ((bool?)function.Trigger["useMonitor"] ?? true) && !schedule.IsOftenerThanAMinute(Now);
            _ = FollowAsync(function, schedule, isKept ? kept : null, durableClient, stop);
        }
    }

    private async Task FollowAsync(Function function, Schedule schedule, TimerStatuses? kept, Func<string> durableClient, CancellationToken stop)
    {
        var status = await StatusAtStartAsync(function.Name, schedule, kept);
        var isPastDue = Now > status.Next;
        var isDue = isPastDue || ((bool?)function.Trigger["runOnStartup"] ?? false);
        while (true)
        {
            for (var wait = status.Next - Now; !isDue && wait > TimeSpan.Zero; wait = status.Next - Now)
            {
                await Task.Delay(wait < TimeSpan.FromDays(24) ? wait : TimeSpan.FromDays(24), clock, stop);
            }

            var started = Now;
            var info = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = kept is null ? null : status, IsPastDue = isPastDue });
            await RunAsync(function, info, durableClient(), stop);
            status = new TimerStatus(started, schedule.After(started), started);
            await (kept?.WriteAsync(function.Name, status) ?? Task.CompletedTask);
            (isDue, isPastDue) = (false, false);
        }
    }

    private async Task<TimerStatus> StatusAtStartAsync(string name, Schedule schedule, TimerStatuses? kept)
    {
        var known = kept is null ? null : await kept.ReadAsync(name);
        var next = schedule.After(known is null ? Now : known.Last > DateTime.MinValue ? known.Last : known.LastUpdated);
        if (known?.Next == next)
        {
            return known;
        }

        // A changed schedule is not past due: it starts counting now.
        var fresh = new TimerStatus(default, next < Now ? schedule.After(Now) : next, Now);
        await (kept?.WriteAsync(name, fresh) ?? Task.CompletedTask);
        return fresh;
    }

    private async Task RunAsync(Function function, string info, string durableClient, CancellationToken stop)
    {
        try
        {
            var response = await worker.InvokeAsync(function, function.Call(new TypedData { Json = info }, durableClient), stop);
            if (response.Result.Status != StatusResult.Types.Status.Success)
            {
                logger.LogError("Timer {Function} failed; it runs again at its next moment: {Message}", function.Name, response.Result.Exception?.Message);
            }
        }
        catch (Exception ended) when (ended is WorkerProcessExitException or HostStartException)
        {
            logger.LogWarning("The worker ended while timer {Function} ran; it runs again at its next moment.", function.Name);
        }
    }
}
