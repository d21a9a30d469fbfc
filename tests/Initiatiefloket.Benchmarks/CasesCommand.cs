using System.Diagnostics;

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
        await http.PostAsync($"bare-chain/{activities}", content: null, bench.Stop);
        var bare = await RateAsync(cases, async _ => (await http.PostAsync($"bare-chain/{activities}", content: null, bench.Stop)).EnsureSuccessStatusCode(), bench.Stop);
        Report.Title($"{cases} of each, {AtOnce} at once, {activities} activities", "per second", "ratio");
        Report.Row("bare chain", $"{bare:F2}", $"1.00");
        Report.Row("case, confirm to letter, with its pages", $"{rate:F2}", $"{rate / bare:F2}");
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
