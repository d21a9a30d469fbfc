using System.Diagnostics;

namespace Initiatiefloket.Benchmarks;

/// <summary>Memory of host and worker as cases go by. Settings of .NET (<c>DOTNET_…</c>) that this program is started with count for both.</summary>
internal static class MemoryCommand
{
    private const int AtOnce = 8;
    private const int Rows = 10;

    // Less than the program gives itself, so that what was done until then is told.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var cases = Arguments.Number(arguments, "--cases", 1_000);
        foreach (var (name, value) in Settings())
        {
            Report.Line($"{name}={value}");
        }

        var site = await bench.StartSiteAsync();
        Report.Title("Memory (resident), MB", "host", "worker", "together");
        Print("after the first page", site);
        var (started, done) = (Stopwatch.GetTimestamp(), 0);
        while (done < cases && Stopwatch.GetElapsedTime(started) < Limit)
        {
            done += await RunAsync(site, Math.Min(Math.Max(cases / Rows, 1), cases - done), started);
            Print($"after {done} cases", site);
        }

        await Task.Delay(TimeSpan.FromSeconds(10), bench.Stop);
        Print("ten seconds later", site);
        Report.Line($"{done} of {cases} cases in {Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes.");
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings() => Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>()
        .Select(variable => KeyValuePair.Create((string)variable.Key, (string)variable.Value!))
        .Where(variable => variable.Key.StartsWith("DOTNET_", StringComparison.Ordinal)
            && (variable.Key.Contains("GC", StringComparison.OrdinalIgnoreCase) || variable.Key.Contains("Tier", StringComparison.Ordinal)));

    /// <summary>Plays cases, as many as are asked for or as there is time for.</summary>
    /// <returns>How many that were.</returns>
    private static async Task<int> RunAsync(Site site, int cases, long started)
    {
        var done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cases).TakeWhile(_ => Stopwatch.GetElapsedTime(started) < Limit),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = site.Stop },
            async (_, _) =>
            {
                var (walk, proposal) = (new Walk(site), Walk.NewProposal());
                await walk.ApproveAsync(proposal, await walk.ConfirmAsync(await walk.FillInAsync(proposal)));
                Interlocked.Increment(ref done);
            });
        return done;
    }

    private static void Print(string when, Site site)
    {
        var (host, worker) = site.Host.Memory;
        Report.Row(when, $"{host:F0}", $"{worker:F0}", $"{host + worker:F0}");
    }
}
