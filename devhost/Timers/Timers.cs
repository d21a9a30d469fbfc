namespace Initiatiefloket.DevHost;

/// <summary>Runs the timer functions by a clock, each one run at a time.</summary>
internal sealed class Timers(Worker worker, IConfiguration settings, TimeProvider clock, ILogger<Timers> logger)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Follows the schedules of all timer functions until it is stopped; runs are remembered where there is a place for that.</summary>
    public void Start(string durableClient, CancellationToken stop, TimerStatuses? kept = null)
    {
        foreach (var (function, schedule) in worker.Functions.Where(one => one.TriggerType == "timerTrigger").Select(one => (one, Schedule.Of(one, settings))).ToArray())
        {
            // The real host does not remember runs that come oftener than once a minute.
            var (next, isMonitored) = (schedule.After(Now), (bool?)function.Trigger["useMonitor"] ?? true);
            var isKept = isMonitored && schedule.After(next) - next >= TimeSpan.FromMinutes(1);
            _ = FollowAsync(function, schedule, isKept ? kept : null, durableClient, stop);
        }
    }

    private async Task FollowAsync(Function function, Schedule schedule, TimerStatuses? kept, string durableClient, CancellationToken stop)
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
            await RunAsync(function, info, durableClient, stop);
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

/// <summary>When a timer function runs, in UTC.</summary>
/// <param name="After">The first run after a moment.</param>
internal sealed partial record Schedule(Func<DateTime, DateTime> After)
{
    /// <summary>Reads a function's NCRONTAB expression of six or five fields, or time between two runs, with settings in the place of <c>%Name%</c>.</summary>
    public static Schedule Of(Function function, IConfiguration settings)
    {
        var expression = SettingName().Replace((string?)function.Trigger["schedule"] ?? "", name => settings[name.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new HostStartException($"Function '{function.Name}' takes its schedule from the setting '{name.Groups[1].Value}', which does not exist."));
        var isOfFive = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5;
        return CrontabSchedule.TryParse(expression, new() { IncludingSeconds = !isOfFive }) is { } cron ? new(moment => DateTime.SpecifyKind(cron.GetNextOccurrence(moment), DateTimeKind.Utc))
            : TimeSpan.TryParse(expression, out var between) && between > TimeSpan.Zero ? new(moment => moment + between)
            : throw new HostStartException($"Function '{function.Name}' has a schedule that is neither NCRONTAB (second minute hour day month weekday) nor a time span: '{expression}'.");
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName();
}

/// <summary>The last run of a timer and its next one, in UTC, as the real host writes it and the worker reads it.</summary>
internal sealed record TimerStatus(DateTime Last, DateTime Next, DateTime LastUpdated);

/// <summary>Remembers runs where the real host does, in container <c>azure-webjobs-hosts</c>. Without storage a run that is missed is not made up for.</summary>
internal sealed class TimerStatuses(string connectionString, ILogger logger)
{
    private readonly BlobContainerClient _container = new(connectionString, "azure-webjobs-hosts");

    /// <summary>What was last written; null before the first time.</summary>
    public Task<TimerStatus?> ReadAsync(string function) => TryAsync(function, async blob =>
        await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<TimerStatus>() : null);

    public Task WriteAsync(string function, TimerStatus status) => TryAsync(function, async blob =>
    {
        await _container.CreateIfNotExistsAsync();
        await blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
        return status;
    });

    private async Task<TimerStatus?> TryAsync(string function, Func<BlobClient, Task<TimerStatus?>> use)
    {
        try
        {
            return await use(_container.GetBlobClient($"timers/local/Host.Functions.{function}/status"));
        }
        catch (Exception outage) when (outage is RequestFailedException or AggregateException)
        {
            logger.LogWarning("The last run of timer {Function} could not be read or kept: {Message}", function, outage.Message);
            return null;
        }
    }
}
