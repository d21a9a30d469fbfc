using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>The evening of a deadline: residents come in at an even pace, whether or not the site keeps up, and go through the whole form.</summary>
internal static class EveningCommand
{
    private const double RealSeconds = 600;

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var residents = Arguments.Number(arguments, "--residents", 500);
        var seconds = Arguments.Number(arguments, "--seconds", 200);
        var site = await bench.StartSiteAsync();
        await new Walk(site).FillInAsync(Walk.NewProposal());
        var (before, times) = (site.Host.Memory, new PageTimes());
        var started = Stopwatch.GetTimestamp();
        var coming = new List<Task>();
        for (var number = 0; number < residents; number++)
        {
            var due = TimeSpan.FromSeconds((double)seconds * number / residents) - Stopwatch.GetElapsedTime(started);
            await Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero, bench.Stop);
            coming.Add(ApplyAsync(site, times));
        }

        await Task.WhenAll(coming);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Report.Line($"{residents} residents, the traffic of ten minutes in {seconds} s ({RealSeconds / seconds:F0} times as fast); the last was ready after {took:F0} s.");
        Print(times);
        Report.Title("Memory (resident), MB", "host", "worker");
        Report.Row("before", $"{before.Host:F0}", $"{before.Worker:F0}");
        Report.Row("after", $"{site.Host.Memory.Host:F0}", $"{site.Host.Memory.Worker:F0}");
    }

    private static async Task ApplyAsync(Site site, PageTimes times)
    {
        var proposal = Walk.NewProposal();
        using var resident = new TimedVisitor(site.Host.Address, times, site.Stop);
        try
        {
            var check = await proposal.ReachCheckAsync(await resident.OpenAsync("/aanvragen"), resident.PressAsync);
            await resident.PressAsync(check, Proposal.SendButton, proposal.FieldsOn(check));
            await site.Mail.TakeAsync(proposal.Email, "Bevestig uw aanvraag", site.Stop);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or InvalidOperationException)
        {
            times.Failures.Add(failure.Message);
        }
    }

    private static void Print(PageTimes times)
    {
        Report.Title("Page", "requests", "p50 ms", "p95 ms");
        foreach (var kind in times.Kinds)
        {
            Report.Row(kind, $"{times.CountOf(kind)}", $"{times.Of(kind).Median:F0}", $"{times.Of(kind).P95:F0}");
        }

        Report.Line($"Errors: {times.Failures.Count}");
        foreach (var same in times.Failures.GroupBy(failure => failure))
        {
            Report.Line($"  {same.Count()} times: {same.Key}");
        }
    }
}
