using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>How many cases run from confirm to letter in a second, against chains of as many activities that do nothing.</summary>
internal static class CasesCommand
{
    private const int AtOnce = 16;

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var cases = Arguments.Number(arguments, "--cases", 64);
        var site = await bench.StartSiteAsync();
        await CaseMeasured.RunAsync(site);
        var activities = (await CaseMeasured.RunAsync(site)).Events("TaskScheduled");
        var rate = await CasesAsync(site, cases);
        var probe = await bench.StartProbeAsync();
        using var http = new HttpClient { BaseAddress = probe.Address };
        using var client = await HostClient.ConnectAsync(probe.Address);
        await ChainAsync();
        var bare = await RateAsync(cases, _ => ChainAsync(), bench.Stop);
        Report.Title($"{cases} of each, {AtOnce} at once, {activities} activities", "per second", "ratio");
        Report.Row("bare chain", $"{bare:F2}", $"1.00");
        Report.Row("case, confirm to letter, with its pages", $"{rate:F2}", $"{rate / bare:F2}");

        async Task ChainAsync()
        {
            var id = await client.Orchestrations.ScheduleNewOrchestrationInstanceAsync("BareChain", activities, bench.Stop);
            (await http.GetAsync($"bare-chain/{id}", bench.Stop)).EnsureSuccessStatusCode();
        }
    }

    private static async Task<double> CasesAsync(Site site, int cases)
    {
        var walk = new Walk(site);
        var ready = Enumerable.Range(0, cases).Select(_ => Walk.NewProposal()).ToArray();
        var mails = new MailCame[cases];
        await RateAsync(cases, async number => mails[number] = await walk.FillInAsync(ready[number]), site.Stop);
        await site.SettleAsync();
        return await RateAsync(cases, async number => await walk.ApproveAsync(ready[number], await walk.ConfirmAsync(mails[number])), site.Stop);
    }

    private static async Task<double> RateAsync(int times, Func<int, Task> once, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, times),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (number, _) => await once(number));
        return times / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
