using Azure.Data.Tables;
using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Benchmarks;

/// <summary>How many instances run through in a second, and what each of them asks of storage, against what storage can do.</summary>
internal static class Throughput
{
    private const int Inserts = 3_000;

    public static async Task RunAsync(string connection, StorageCalls calls, Choice choice)
    {
        await using var hub = await BenchHub.StartAsync(connection, "Throughput");
        var parts = new (string Name, int Times, Func<Task> Once)[]
        {
            ("chain", 800, () => hub.RunAsync(Workflows.Chain)),
            ("fan", 300, () => hub.RunAsync(Workflows.Fan)),
            ("event", 1_500, () => EventAsync(hub)),
            ("timer", 2_000, () => hub.RunAsync(Workflows.Timer)),
        }.Where(part => choice.Has(part.Name)).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        var table = new TableClient(connection, "Ceiling");
        await table.CreateIfNotExistsAsync();
        var ceiling = new Ceiling(table, calls);
        await WarmUpAsync(hub, ceiling, calls);
        using var stop = new CancellationTokenSource();
        var index = new WorkIndex(hub.Storage, new Outage("Throughput", NullLogger.Instance)) { Stopping = stop.Token };
        var indexing = index.RunAsync(stop.Token);
        Report.Title($"Throughput, {Measured.AtOnce} at once; the ceiling is small inserts, measured before and after each part");
        Report.Row("", $"a second", $"tx/s", $"ceiling", $"ratio", $"tx each", $"reads each", $"KB each", $"CPU ms/tx");
        parts.Insert(0, ("calls of a chain", 800, () => ceiling.CallAsForChainAsync(hub.Storage, index)));
        foreach (var (name, times, once) in parts)
        {
            var before = await ceiling.MeasureAsync(choice.Of(Inserts));
            var part = await Measured.RunAsync(calls, choice.Of(times), _ => once());
            var after = await ceiling.MeasureAsync(choice.Of(Inserts));
            Print(name, part, (before.TransactionsPerSecond + after.TransactionsPerSecond) / 2);
        }

        await stop.CancelAsync();
        await indexing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task EventAsync(BenchHub hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(Workflows.Event, "input");
        await hub.Client.WaitForInstanceStartAsync(id, CancellationToken.None);
        await hub.Client.RaiseEventAsync(id, Workflows.Go, "input");
        await hub.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
    }

    // So that the compiler is done with the code that is measured.
    private static async Task WarmUpAsync(BenchHub hub, Ceiling ceiling, StorageCalls calls)
    {
        await ceiling.MeasureAsync(Inserts);
        await Measured.RunAsync(calls, 100, _ => hub.RunAsync(Workflows.Chain));
        await Measured.RunAsync(calls, 100, _ => EventAsync(hub));
        await Measured.RunAsync(calls, 100, _ => hub.RunAsync(Workflows.Timer));
    }

    private static void Print(string name, Measured part, double ceiling) => Report.Row(
        name,
        $"{part.PerSecond:F1}",
        $"{part.TransactionsPerSecond:F0}",
        $"{ceiling:F0}",
        $"{part.TransactionsPerSecond / ceiling:F2}",
        $"{part.TransactionsEach:F1}",
        $"{part.ReadsEach:F1}",
        $"{part.KilobytesEach:F0}",
        $"{part.CpuPerTransaction:F2}");
}
