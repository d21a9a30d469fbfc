using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>
/// Whether a start and going on after a press stay the same when many workflows wait. Azurite looks through a whole table for each query, which the
/// service does not: so a bare query of one workflow's history is timed beside, and what is asked of storage is counted.
/// </summary>
internal static class WaitingCommand
{
    private const int Real = 10;

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var many = Arguments.Number(arguments, "--instances", 5_000);
        var site = await bench.StartSiteAsync();
        var cases = new List<(Proposal Proposal, Confirmed Confirmed)>();
        for (var count = 0; count < Real; count++)
        {
            var (walk, proposal) = (new Walk(site), Walk.NewProposal());
            cases.Add((proposal, await walk.ConfirmAsync(await walk.FillInAsync(proposal))));
        }

        var template = cases[^1].Confirmed.Id;
        var few = await MeasureAsync(site, template, cases[..(Real / 2)]);
        var written = Stopwatch.GetTimestamp();
        await HubCopies.WriteAsync(site.Storage, template, many, bench.Stop);
        Report.Line($"{many} waiting workflows were copied from one that waits, in {Stopwatch.GetElapsedTime(written).TotalSeconds:F0} s.");
        var crowd = await MeasureAsync(site, template, cases[(Real / 2)..]);
        Report.Title("Waiting", $"{Real}", $"{many + Real}", "ratio");
        Row("start to first page, ms", one => one.Start);
        Row("transactions of a start", one => one.StartTransactions);
        Row("press to letter, ms", one => one.Effect);
        Row("transactions of a press", one => one.EffectTransactions);
        Row("one bare query of a history, ms (Azurite)", one => one.BareQuery);

        void Row(string name, Func<Crowd, double> figure) => Report.Row(name, $"{figure(few):F0}", $"{figure(crowd):F0}", $"{figure(crowd) / figure(few):F2}");
    }

    private static async Task<Crowd> MeasureAsync(Site site, string template, IReadOnlyList<(Proposal Proposal, Confirmed Confirmed)> cases)
    {
        await site.SettleAsync();
        await site.DisposeAsync();
        var (before, started) = (Asked(site), Stopwatch.GetTimestamp());
        await site.StartAsync();
        var start = Stopwatch.GetElapsedTime(started);
        await site.SettleAsync();
        var afterStart = Asked(site);
        var effects = new List<TimeSpan>();
        foreach (var (proposal, confirmed) in cases)
        {
            effects.Add((await new Walk(site).ApproveAsync(proposal, confirmed)).Effect);
            await site.SettleAsync();
        }

        return new(
            start.TotalMilliseconds,
            afterStart - before,
            Times.OfMilliseconds(effects).Median,
            (double)(Asked(site) - afterStart) / cases.Count,
            await BareQueryAsync(site, template));
    }

    private static long Asked(Site site) => site.Meter.Tally.Of(call => !call.IsIdle);

    private static async Task<double> BareQueryAsync(Site site, string template)
    {
        var times = new List<TimeSpan>();
        for (var count = 0; count < Real; count++)
        {
            var started = Stopwatch.GetTimestamp();
            await HubHistory.ReadAsync(site.Storage, template, site.Stop);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return Times.OfMilliseconds(times).Median;
    }

    /// <summary>What was measured among so many.</summary>
    private sealed record Crowd(double Start, double StartTransactions, double Effect, double EffectTransactions, double BareQuery);
}
