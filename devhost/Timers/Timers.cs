using System.Text.Json;
using Initiatiefloket.DevHost.Protocol;
using NCrontab;

namespace Initiatiefloket.DevHost;

/// <summary>Timer triggers on a cron expression; what was missed while the host was off is not made up for.</summary>
internal sealed class Timers(Worker worker, IConfiguration settings, TimeProvider clock, ILogger<Timers> logger)
{
    private Func<string> _durableClient = () => "";

    public void Start(Func<string> durableClient, CancellationToken stop)
    {
        _durableClient = durableClient;
        foreach (var function in worker.Functions.Where(f => f.TriggerType == "timerTrigger"))
        {
            _ = RunAsync(function.Name, Resolve((string)function.Trigger["schedule"]!), (bool?)function.Trigger["runOnStartup"] ?? false, stop);
        }
    }

    private string Resolve(string schedule) =>
        schedule.Length > 2 && schedule[0] == '%' && schedule[^1] == '%'
            ? settings[schedule[1..^1]] ?? throw new InvalidOperationException($"Setting {schedule[1..^1]} is missing.")
            : schedule;

    private async Task RunAsync(string name, string expression, bool now, CancellationToken stop)
    {
        var schedule = CrontabSchedule.Parse(expression, new() { IncludingSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 });
        DateTime last = default;
        while (true)
        {
            var next = schedule.GetNextOccurrence(clock.GetLocalNow().DateTime);
            if (!now)
            {
                for (var left = next - clock.GetLocalNow().DateTime; left > TimeSpan.Zero; left = next - clock.GetLocalNow().DateTime)
                {
                    await Task.Delay(left < TimeSpan.FromHours(1) ? left : TimeSpan.FromHours(1), clock, stop);
                }
            }

            now = false;
            try
            {
                await worker.Ready.WaitAsync(stop);
                var function = worker.Functions.Single(f => f.Name == name);
                var info = JsonSerializer.Serialize(new
                {
                    Schedule = new { AdjustForDST = true },
                    ScheduleStatus = new { Last = last, Next = schedule.GetNextOccurrence(clock.GetLocalNow().DateTime), LastUpdated = last },
                    IsPastDue = false,
                });
                last = clock.GetLocalNow().DateTime;
                var request = new InvocationRequest { InputData = { new ParameterBinding { Name = function.TriggerName, Data = new() { Json = info } } } };
                foreach (var client in function.DurableClients)
                {
                    request.InputData.Add(new ParameterBinding { Name = client, Data = new() { String = _durableClient() } });
                }

                var response = await worker.InvokeAsync(function, request, stop);
                if (response.Result.Status != StatusResult.Types.Status.Success)
                {
                    logger.LogError("Timer {Function} failed: {Message}", name, response.Result.Exception?.Message);
                }
            }
            catch (WorkerProcessExitException)
            {
                logger.LogWarning("Timer {Function}: the worker ended meanwhile", name);
            }
        }
    }
}
