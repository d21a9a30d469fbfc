using Azure.Data.Tables;

namespace Initiatiefloket.Benchmarks;

/// <summary>How many instances run through in a second, and what each of them asks of storage, against what storage can do.</summary>
internal static class Throughput
{
    public static async Task RunAsync(string connection, StorageCalls calls, Choice choice)
    {
        await using var hub = await BenchHub.StartAsync(connection, "Throughput");
        var parts = new (string Name, int Times, Func<Task> Once)[]
        {
            ("chain", 400, () => hub.RunAsync(Workflows.Chain)),
            ("fan", 40, () => hub.RunAsync(Workflows.Fan)),
            ("event", 600, () => EventAsync(hub)),
            ("timer", 600, () => hub.RunAsync(Workflows.Timer)),
        }.Where(part => choice.Has(part.Name)).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        var table = new TableClient(connection, "Ceiling");
        await table.CreateIfNotExistsAsync();
        await WarmUpAsync(hub, table, calls);
        var ceiling = await new Ceiling(table, calls).InsertsAsync(choice.Of(5_000));
        var chains = await new Ceiling(table, calls).ChainsAsync(choice.Of(400));
        Report.Title($"Throughput, {Measured.AtOnce} at once");
        Report.Row("", $"a second", $"tx/s", $"of ceiling", $"tx each", $"reads each", $"KB each", $"CPU ms/tx");
        Print("ceiling: small inserts", ceiling, ceiling);
        Print("ceiling: writes of a chain", chains, ceiling);
        foreach (var (name, times, once) in parts)
        {
            Print(name, await Measured.RunAsync(calls, choice.Of(times), _ => once()), ceiling);
        }
    }

    private static async Task EventAsync(BenchHub hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(Workflows.Event, "input");
        await hub.Client.WaitForInstanceStartAsync(id, CancellationToken.None);
        await hub.Client.RaiseEventAsync(id, Workflows.Go, "input");
        await hub.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
    }

    // So that the compiler is done with the code that is measured.
    private static async Task WarmUpAsync(BenchHub hub, TableClient table, StorageCalls calls)
    {
        await Measured.RunAsync(calls, 150, number => table.AddEntityAsync(new TableEntity($"warm{number}", $"r{number}")));
        await Measured.RunAsync(calls, 100, _ => hub.RunAsync(Workflows.Chain));
        await Measured.RunAsync(calls, 100, _ => EventAsync(hub));
        await Measured.RunAsync(calls, 100, _ => hub.RunAsync(Workflows.Timer));
    }

    private static void Print(string name, Measured part, Measured ceiling) => Report.Row(
        name,
        $"{part.PerSecond:F1}",
        $"{part.TransactionsPerSecond:F0}",
        $"{part.TransactionsPerSecond / ceiling.TransactionsPerSecond:F2}",
        $"{part.TransactionsEach:F1}",
        $"{part.ReadsEach:F1}",
        $"{part.KilobytesEach:F0}",
        $"{part.CpuPerTransaction:F2}");
}
