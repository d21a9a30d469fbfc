using System.Text.Json;
using Initiatiefloket.DevHost.Protocol;

namespace Initiatiefloket.DevHost;

/// <summary>Runs the timer functions by a clock, each one run at a time.</summary>
internal sealed class Timers(Worker worker, IConfiguration settings, TimeProvider clock, ILogger<Timers> logger)
{
    private Func<string> _durableClient = () => "";
    private TimerStatuses? _kept;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Follows the schedules of all timer functions until it is stopped.</summary>
    /// <param name="durableClient">What a durableClient binding hands to them.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="kept">Where runs are remembered; null for nowhere.</param>
    /// <exception cref="HostStartException">A schedule cannot be read.</exception>
    public void Start(Func<string> durableClient, CancellationToken stop, TimerStatuses? kept = null)
    {
        (_durableClient, _kept) = (durableClient, kept);
        var schedules = worker.Functions.Where(function => function.TriggerType == "timerTrigger").ToDictionary(function => function, function => Schedule.Of(function, settings));
        foreach (var (function, schedule) in schedules)
        {
            _ = FollowAsync(function, schedule, stop);
        }
    }

    private async Task FollowAsync(Function function, Schedule schedule, CancellationToken stop)
    {
        var isMonitored = ((bool?)function.Trigger["useMonitor"] ?? true) && !schedule.IsOftenerThanAMinute(Now);
        var status = await StatusAtStartAsync(function.Name, schedule, isMonitored);
        var isPastDue = Now > status.Next;
        var isDue = isPastDue || ((bool?)function.Trigger["runOnStartup"] ?? false);
        while (true)
        {
            for (var wait = status.Next - Now; !isDue && wait > TimeSpan.Zero; wait = status.Next - Now)
            {
                await Task.Delay(wait < TimeSpan.FromDays(24) ? wait : TimeSpan.FromDays(24), clock, stop);
            }

            var started = Now;
            await RunAsync(function.Name, isMonitored ? status : null, isPastDue, stop);
            status = new TimerStatus(started, schedule.After(started), started);
            await KeepAsync(function.Name, status, isMonitored);
            (isDue, isPastDue) = (false, false);
        }
    }

    private async Task<TimerStatus> StatusAtStartAsync(string name, Schedule schedule, bool isMonitored)
    {
        var known = isMonitored && _kept is not null ? await _kept.ReadAsync(name) : null;
        var next = schedule.After(known is null ? Now : known.Last > DateTime.MinValue ? known.Last : known.LastUpdated);
        if (known?.Next == next)
        {
            return known;
        }

        // A changed schedule is not past due: it starts counting now.
        var fresh = new TimerStatus(default, next < Now ? schedule.After(Now) : next, Now);
        await KeepAsync(name, fresh, isMonitored);
        return fresh;
    }

    private Task KeepAsync(string name, TimerStatus status, bool isMonitored) => isMonitored && _kept is not null ? _kept.WriteAsync(name, status) : Task.CompletedTask;

    private async Task RunAsync(string name, TimerStatus? status, bool isPastDue, CancellationToken stop)
    {
        var info = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = status, IsPastDue = isPastDue });
        try
        {
            await worker.Ready.WaitAsync(stop);
            var function = worker.Functions.First(one => one.Name == name);
            var response = await worker.InvokeAsync(function, function.Call(new TypedData { Json = info }, _durableClient()), stop);
            if (response.Result.Status != StatusResult.Types.Status.Success)
            {
                logger.LogError("Timer {Function} failed; it runs again at its next moment: {Message}", name, response.Result.Exception?.Message);
            }
        }
        catch (WorkerProcessExitException)
        {
            logger.LogWarning("The worker ended while timer {Function} ran; it runs again at its next moment.", name);
        }
    }
}
