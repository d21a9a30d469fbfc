namespace Initiatiefloket.Benchmarks;

/// <summary>What 1,000 cases in band "vrij" cost, from what a case was counted to ask; without what the site costs when nobody uses it.</summary>
internal static class EuroCommand
{
    private const int Cases = 3;
    private const int Thousand = 1_000;

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var site = await bench.StartSiteAsync();
        await CaseMeasured.RunAsync(site);
        var cases = new List<CaseMeasured>();
        for (var count = 0; count < Cases; count++)
        {
            cases.Add(await CaseMeasured.RunAsync(site));
        }

        var prices = Prices.Read();
        var executions = Median(cases, one => one.Requests + one.Events("TaskScheduled") + one.Events("OrchestratorStarted"));
        var sum = 0.0;
        Report.Title($"1,000 cases, prices of {prices.Date:yyyy-MM-dd}", "a case", "EUR");
        Row("executions", executions);
        Row("gigabyteSeconds", executions * prices.LeastSeconds * prices.InstanceGigabytes);
        Row("table", Median(cases, one => Asked(one, "table")));
        Row("queue", Median(cases, one => Asked(one, "queue")));
        Row("blob", Median(cases, one => Asked(one, "blob")));
        Row("mails", Median(cases, one => one.Mails));
        Report.Row("together", $"", $"{sum:F2}");

        void Row(string what, double number)
        {
            var euro = prices.Of(what, number * Thousand);
            sum += euro;
            Report.Row(what, $"{number:F0}", $"{euro:F2}");
        }
    }

    private static long Asked(CaseMeasured one, string service) => one.Whole.Of(call => call.Service == service && !call.IsIdle);

    private static double Median(List<CaseMeasured> cases, Func<CaseMeasured, double> figure) => new Times(cases.Select(figure)).Median;
}
