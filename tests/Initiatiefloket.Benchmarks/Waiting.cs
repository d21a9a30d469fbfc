using System.Diagnostics;

namespace Initiatiefloket.Benchmarks;

/// <summary>What a great many instances cost that wait for an event or a far timer: at the start, in memory, and for an event to one.</summary>
internal static class Waiting
{
    private const string Empty = "Empty";
    private const string Few = "Few";
    private const string Many = "Many";
    private const int FewInstances = 10;
    private const int Rounds = 5;

    // Azurite writes changed tables to disk as a whole, every 5 seconds, and answers nobody meanwhile. With so many rows that takes
    // seconds. An app that starts finds an Azurite that has nothing to save, so that is waited for.
    private static readonly TimeSpan UntilSaved = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(string connection, StorageCalls calls, Choice choice)
    {
        var count = choice.Of(100_000);
        Report.Title("Waiting instances, half for an event and half for a timer of a year");
        var seeded = await Seeds.WriteAsync(connection, Many, count, calls);
        Report.Line($"'{Many}': {count} instances, written at {seeded.PerSecond:F0} a second");
        Report.Line($"'{Few}': {FewInstances} instances for each of {Rounds} rounds");
        await StartAsync(connection, Empty);
        await StartAsync(connection, Many);
        await MemoryAsync(connection);
        await RaiseAsync(connection, Few, calls, async round =>
        {
            await Seeds.WriteAsync(connection, Few, FewInstances * 2, calls, $"round{round}-");
            return Ids($"round{round}-", 0);
        });
        await RaiseAsync(connection, Many, calls, round => Task.FromResult(Ids("", round * FewInstances)));
    }

    private static IEnumerable<string> Ids(string prefix, int first) =>
        Enumerable.Range(first, FewInstances).Select(number => Seeds.EventId(prefix, number));

    private static async Task StartAsync(string connection, string hub)
    {
        var starts = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(UntilSaved);
            await using var host = await BenchHub.StartAsync(connection, hub);
            starts.Add(host.StartedIn);
        }

        Report.Line($"start until a new instance has run, '{hub}': {new Times(starts)}");
    }

    private static async Task MemoryAsync(string connection)
    {
        await using var host = await BenchHub.StartAsync(connection, Many);
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        Report.Line($"memory with '{Many}': {managed / 1048576.0:F0} MB managed, {process.WorkingSet64 / 1048576.0:F0} MB in all");
    }

    // A new host each round, so that the instances have to be read from storage.
    private static async Task RaiseAsync(
        string connection, string hub, StorageCalls calls, Func<int, Task<IEnumerable<string>>> idsOf)
    {
        var (times, transactions) = (new List<TimeSpan>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var ids = await idsOf(round);
            await using var host = await BenchHub.StartAsync(connection, hub);
            var before = calls.All;
            times.AddRange(await Latency.RaiseAsync(host, ids));
            transactions += calls.All - before;
        }

        Report.Line($"raise to resume, '{hub}': {new Times(times)}, {(double)transactions / times.Count:F1} transactions");
    }
}
