using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>Pages through host and worker, against a function of the tiny app that answers a constant; taken in turns, so that both have the same noise.</summary>
internal static class PagesCommand
{
    private const int Rounds = 200;
    private const int WarmUp = 20;
    private const int AtOnce = 16;
    private const int InAll = 1_600;
    private const string Constant = "hello/x";

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var site = await bench.StartSiteAsync();
        var probe = await bench.StartProbeAsync();
        var (walk, proposal) = (new Walk(site), Walk.NewProposal());
        var confirmed = await walk.ConfirmAsync(await walk.FillInAsync(proposal));
        var status = (await site.Mail.TakeAsync(proposal.Email, $"aanvraag {confirmed.Id} ontvangen", bench.Stop)).Link;
        await TakeTurnsAsync(site, probe, status, proposal, new PageTimes(), WarmUp);
        var times = new PageTimes();
        var step = await TakeTurnsAsync(site, probe, status, proposal, times, Rounds);
        PrintTimes(times);
        Report.Title($"{AtOnce} at once, {InAll} requests", "requests/s", "of constant");
        var constant = await RateAsync(new Uri(probe.Address, Constant), bench.Stop);
        Report.Row("GET constant", $"{constant:F0}", $"1.00");
        foreach (var (name, address) in new[] { ("GET /", site.Host.Address), ("GET form step", step), ("GET status page", new Uri(status)) })
        {
            var rate = await RateAsync(address, bench.Stop);
            Report.Row(name, $"{rate:F0}", $"{rate / constant:F2}");
        }
    }

    private static async Task<Uri> TakeTurnsAsync(Site site, HostProcess probe, string status, Proposal proposal, PageTimes times, int rounds)
    {
        using var resident = new TimedVisitor(site.Host.Address, times, site.Stop);
        using var other = new TimedVisitor(probe.Address, times, site.Stop);
        var step = (await resident.OpenAsync("/aanvragen")).Address;
        for (var round = 0; round < rounds; round++)
        {
            await other.OpenAsync(Constant);
            await resident.OpenAsync("/");
            var page = await resident.OpenAsync(step.AbsoluteUri);
            await resident.PressAsync(page, "Verder", proposal.FieldsOn(page));
            await resident.OpenAsync(status);
        }

        return times.Failures.TryTake(out var failure) ? throw new InvalidOperationException(failure) : step;
    }

    private static void PrintTimes(PageTimes times)
    {
        var constant = times.Of($"GET /{Constant}");
        Report.Title($"One after another, {Rounds} rounds", "p50 ms", "p95 ms", "p50 ratio", "p95 ratio");
        foreach (var kind in times.Kinds.Where(kind => times.CountOf(kind) >= Rounds))
        {
            var page = times.Of(kind);
            Report.Row(kind, $"{page.Median:F1}", $"{page.P95:F1}", $"{page.Median / constant.Median:F2}", $"{page.P95 / constant.P95:F2}");
        }
    }

    private static async Task<double> RateAsync(Uri address, CancellationToken stop)
    {
        using var http = new HttpClient();
        await GetAsync(InAll / 4);
        var started = Stopwatch.GetTimestamp();
        await GetAsync(InAll);
        return InAll / Stopwatch.GetElapsedTime(started).TotalSeconds;

        Task GetAsync(int times) => Parallel.ForEachAsync(
            Enumerable.Range(0, times),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (_, cancellation) => await http.GetByteArrayAsync(address, cancellation));
    }
}
