namespace Initiatiefloket.Benchmarks;

/// <summary>What one case in band "vrij" asks, from the first page of the form to the letter; one after another, with nothing else going on.</summary>
internal static class CaseCommand
{
    private const int Cases = 5;

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var site = await bench.StartSiteAsync();
        await CaseMeasured.RunAsync(site);
        var cases = new List<CaseMeasured>();
        for (var count = 0; count < Cases; count++)
        {
            cases.Add(await CaseMeasured.RunAsync(site));
        }

        Report.Line($"Medians of {Cases} cases, one after another. \"Idle\" is what is also asked when nobody uses the site, in the time that a case took here.");
        Transactions(cases);
        PrintByKind(cases);
        Report.Title("A case", "median");
        Report.Row("activities", $"{Median(cases, one => one.Events("TaskScheduled"))}");
        Report.Row("orchestrator steps", $"{Median(cases, one => one.Events("OrchestratorStarted"))}");
        Report.Row("pages and presses (HTTP)", $"{Median(cases, one => one.Requests)}");
        Report.Row("mails", $"{Median(cases, one => one.Mails)}");
        Report.Title("From press to effect, ms", "median");
        Report.Row("confirm pressed: professional has the mail", $"{Median(cases, one => one.ConfirmEffect.TotalMilliseconds)}");
        Report.Row("grant pressed: applicant has the letter", $"{Median(cases, one => one.GrantEffect.TotalMilliseconds)}");
    }

    private static void Transactions(List<CaseMeasured> cases)
    {
        Report.Title("Storage transactions", "whole", "from confirm");
        Row("app", call => call is { Area: Area.App, IsIdle: false });
        Row("hub", call => call is { Area: Area.Hub, IsIdle: false });
        Row("idle", call => call.IsIdle);

        void Row(string name, Func<StorageCall, bool> which) => Report.Row(
            name, $"{Median(cases, one => one.Whole.Of(which))}", $"{Median(cases, one => one.FromConfirm.Of(which))}");
    }

    private static void PrintByKind(List<CaseMeasured> cases)
    {
        var rows = cases.SelectMany(one => one.Whole.Counts.Keys).Distinct()
            .Select(call => (Call: call, Whole: Median(cases, one => one.Whole.Of(call.Equals)), Confirm: Median(cases, one => one.FromConfirm.Of(call.Equals))))
            .Where(row => row.Whole > 0)
            .OrderByDescending(row => row.Whole);
        foreach (var group in rows.GroupBy(row => (row.Call.IsIdle, row.Call.Area)).OrderBy(group => group.Key))
        {
            Report.Title(group.Key.IsIdle ? $"Idle, {group.Key.Area}" : $"{group.Key.Area}", "whole", "from confirm");
            foreach (var (call, whole, confirm) in group)
            {
                Report.Row($"{call.Service} {call.Verb} {call.Name}", $"{whole}", $"{confirm}");
            }
        }
    }

    private static long Median(List<CaseMeasured> cases, Func<CaseMeasured, double> figure) => (long)new Times(cases.Select(figure)).Median;
}
