namespace Initiatiefloket.Benchmarks;

/// <summary>Memory of host and worker as cases go by. Settings of .NET (<c>DOTNET_…</c>) that this program is started with count for both.</summary>
internal static class MemoryCommand
{
    private const int AtOnce = 8;
    private const int Rows = 10;

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
        for (var row = 1; row <= Rows; row++)
        {
            await RunAsync(site, cases / Rows);
            Print($"after {cases / Rows * row} cases", site);
        }

        await Task.Delay(TimeSpan.FromSeconds(10), bench.Stop);
        Print("ten seconds later", site);
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings() => Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>()
        .Select(variable => KeyValuePair.Create((string)variable.Key, (string)variable.Value!))
        .Where(variable => variable.Key.StartsWith("DOTNET_", StringComparison.Ordinal)
            && (variable.Key.Contains("GC", StringComparison.OrdinalIgnoreCase) || variable.Key.Contains("Tier", StringComparison.Ordinal)));

    private static Task RunAsync(Site site, int cases) => Parallel.ForEachAsync(
        Enumerable.Range(0, cases),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = site.Stop },
        async (_, _) =>
        {
            var (walk, proposal) = (new Walk(site), Walk.NewProposal());
            await walk.ApproveAsync(proposal, await walk.ConfirmAsync(await walk.FillInAsync(proposal)));
        });

    private static void Print(string when, Site site)
    {
        var (host, worker) = site.Host.Memory;
        Report.Row(when, $"{host:F0}", $"{worker:F0}", $"{host + worker:F0}");
    }
}
