using Azure;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>Runs the timer functions, each one run at a time, by the app's clock.</summary>
internal sealed partial class TimerService(
    IReadOnlyList<Schedule> schedules,
    ScheduleMonitor? monitor,
    FunctionPipeline pipeline,
    IServiceScopeFactory scopes,
    ILogger<TimerService> logger,
    TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(24);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(schedules.Select(schedule => FollowAsync(schedule, stoppingToken)));

    private async Task FollowAsync(Schedule schedule, CancellationToken stopping)
    {
        var status = await StartStatusAsync(schedule, stopping);
        if (Now > status.Next)
        {
            status = await RunAsync(schedule, status, isPastDue: true, stopping);
        }
        else if (schedule.Trigger.RunOnStartup)
        {
            status = await RunAsync(schedule, status, isPastDue: false, stopping);
        }

        while (!stopping.IsCancellationRequested)
        {
            for (var wait = status.Next - Now; wait > TimeSpan.Zero; wait = status.Next - Now)
            {
                await Task.Delay(wait < LongestDelay ? wait : LongestDelay, clock, stopping);
            }

            status = await RunAsync(schedule, status, isPastDue: false, stopping);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<ScheduleStatus> StartStatusAsync(Schedule schedule, CancellationToken stopping)
    {
        var known = await MonitoredAsync(schedule, found => found.ReadAsync(schedule.Function, stopping));
        var since = known is null ? Now : known.Last > DateTime.MinValue ? known.Last : known.LastUpdated;
        var next = schedule.After(since);

        // A changed schedule is not past due: it starts counting now.
        if (known is not null && known.Next == next)
        {
            return known;
        }

        var fresh = new ScheduleStatus { Next = next < Now ? schedule.After(Now) : next, LastUpdated = Now };
        await KeepAsync(schedule, fresh);
        return fresh;
    }

    private async Task<ScheduleStatus> RunAsync(Schedule schedule, ScheduleStatus status, bool isPastDue, CancellationToken stopping)
    {
        var started = Now;
        var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = schedule.Trigger.UseMonitor ? status : null };
        await using (var invocation = new Invocation(schedule.Function, scopes, stopping) { TriggerValue = info })
        {
            try
            {
                await pipeline.RunAsync(invocation);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // A function that fails must not end its schedule; the real host logs it and goes on too.
                Log.Failed(logger, failure, schedule.Function.Name);
            }
        }

        var ran = new ScheduleStatus { Last = started, Next = schedule.After(started), LastUpdated = started };
        await KeepAsync(schedule, ran);
        return ran;
    }

    /// <summary>What ran is kept even while the host stops, or it would run again.</summary>
    private Task<ScheduleStatus?> KeepAsync(Schedule schedule, ScheduleStatus status) =>
        MonitoredAsync(schedule, async kept =>
        {
            await kept.WriteAsync(schedule.Function, status, CancellationToken.None);
            return status;
        });

    /// <summary>Without storage the schedule goes on; only a run missed meanwhile is not made up.</summary>
    private async Task<ScheduleStatus?> MonitoredAsync(Schedule schedule, Func<ScheduleMonitor, Task<ScheduleStatus?>> use)
    {
        if (monitor is null || !schedule.Trigger.UseMonitor)
        {
            return null;
        }

        try
        {
            return await use(monitor);
        }
        catch (Exception outage) when (outage is RequestFailedException or AggregateException)
        {
            Log.NotMonitored(logger, schedule.Function.Name, outage.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Timer function {Function} failed; it runs again at its next moment.")]
        public static partial void Failed(ILogger logger, Exception failure, string function);

        [LoggerMessage(2, LogLevel.Warning, "The last run of timer function {Function} could not be read or kept: {Reason}")]
        public static partial void NotMonitored(ILogger logger, string function, string reason);
    }
}
