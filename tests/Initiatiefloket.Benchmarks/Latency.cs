using System.Diagnostics;

namespace Initiatiefloket.Benchmarks;

/// <summary>How soon an instance goes on after an event, with nothing else going on.</summary>
internal static class Latency
{
    public static async Task RunAsync(string connection, StorageCalls calls, Choice choice)
    {
        await using var hub = await BenchHub.StartAsync(connection, "Latency");
        var ids = new List<string>();
        for (var count = 0; count < choice.Of(300); count++)
        {
            var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(Workflows.Event, "input");
            await hub.Client.WaitForInstanceStartAsync(id, CancellationToken.None);
            ids.Add(id);
        }

        var before = calls.All;
        var times = await RaiseAsync(hub, ids);
        Report.Title("An event to an idle instance");
        Report.Line($"raise to resume: {new Times(times)}");
        Report.Line($"transactions, with the client's look for the end: {(double)(calls.All - before) / ids.Count:F1}");
    }

    /// <summary>Raises an event to one instance after the other, each time until it went on and has ended.</summary>
    public static async Task<List<TimeSpan>> RaiseAsync(BenchHub hub, IEnumerable<string> ids)
    {
        var times = new List<TimeSpan>();
        foreach (var id in ids)
        {
            var raised = Stopwatch.GetTimestamp();
            await hub.Client.RaiseEventAsync(id, Workflows.Go, "input");
            await hub.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
            Workflows.ResumedAt.TryRemove(id, out var resumed);
            times.Add(Stopwatch.GetElapsedTime(raised, resumed));
        }

        return times;
    }
}
