using System.Diagnostics;
using Azure.Data.Tables;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Money;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Worklist;

namespace Initiatiefloket.Benchmarks;

/// <summary>What pages of the coordinator's worklist ask of storage, and how long they take, with a hundred cases that ended and with very many; forty run each time.</summary>
internal static class WorklistCommand
{
    private const int Running = 40;
    private const int Few = 100;
    private const int RareOneIn = 1_000;
    private const int InATransaction = 100;
    private const string Coordinator = "coordinator@oldenzaal.example";
    private static readonly string[] Nouns = ["tuin", "plein", "koor", "keuken", "fietsles", "museum", "speelplek", "buurthuis", "markt", "wandeling"];
    private static readonly DateTimeOffset Began = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Bench bench, string[] arguments)
    {
        var many = Arguments.Number(arguments, "--cases", 100_000);
        var rounds = Arguments.Number(arguments, "--rounds", 7);
        var site = await bench.StartSiteAsync();
        using var coordinator = new Visitor(site.Host.Address);
        var overview = await OpenOverviewAsync(site, coordinator);
        await new WorklistTable(new TableServiceClient(site.Storage)).SetFilledAsync(
            new WorklistFilled(After: null, IsWhole: true) { Shape = WorklistFilled.ShapeOfToday }, site.Stop);
        await WriteAsync(site, Enumerable.Range(0, Running).Select(number => LineOf(number, endedAt: null)));
        await WriteAsync(site, Enumerable.Range(Running, Few).Select(number => LineOf(number, Began.AddHours(number))));
        var few = await MeasureAsync(site, coordinator, overview, rounds);
        await WriteAsync(site, Enumerable.Range(Running + Few, many - Few).Select(number => LineOf(number, Began.AddHours(-number))));
        var crowd = await MeasureAsync(site, coordinator, overview, rounds);
        Report.Title("Page of the worklist", "requests", "requests", "ms", "ms", "ratio");
        Report.Row("cases that ended", $"{Few}", $"{many}", $"{Few}", $"{many}", $"");
        foreach (var (page, before) in few)
        {
            var after = crowd[page];
            Report.Row(page, $"{before.Requests}", $"{after.Requests}", $"{before.Milliseconds:F0}", $"{after.Milliseconds:F0}", $"{after.Milliseconds / before.Milliseconds:F2}");
        }

        // Azurite looks through a whole table for each query, which Azure does not: what a bare query costs there says how much of the time is its own.
        Report.Line($"A bare query of one row in the same table: {await BareAsync(site, rounds):F0} ms.");
    }

    private static async Task<Dictionary<string, (long Requests, double Milliseconds)>> MeasureAsync(Site site, Visitor coordinator, string overview, int rounds)
    {
        await site.SettleAsync();
        var measured = new Dictionary<string, (long, double)>();
        foreach (var (page, query) in new[] { ("what runs", ""), ("what runs, filtered and sorted", "?wijk=de-thij&volgorde=Amount"), ("what ended", "?lijst=afgerond"), ("what ended, in one state that is rare", "?lijst=afgerond&status=SetAside"), ("what ended, searched by name", "?lijst=afgerond&zoek=wolters7") })
        {
            await coordinator.OpenAsync(overview + query);
            await site.SettleAsync();
            var before = site.Meter.Tally.Of(call => !call.IsIdle);
            var times = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                var seen = await coordinator.OpenAsync(overview + query);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if ((int)seen.Status >= 400)
                {
                    throw new InvalidOperationException($"{query}: {seen.Status}");
                }
            }

            await site.SettleAsync();
            measured[page] = ((site.Meter.Tally.Of(call => !call.IsIdle) - before) / rounds, times.Order().ElementAt(rounds / 2));
        }

        return measured;
    }

    private static async Task<double> BareAsync(Site site, int rounds)
    {
        var table = new TableServiceClient(site.Storage).GetTableClient(TableNames.Worklist);
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            await table.QueryAsync<TableEntity>("PartitionKey eq 'cases' and RowKey eq 'open-none'", cancellationToken: site.Stop).AnyAsync(site.Stop);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / rounds;
    }

    private static WorkItem LineOf(int number, DateTimeOffset? endedAt) => new()
    {
        Id = $"BI-2026-{number:D6}",
        Title = $"Samen {Nouns[number % Nouns.Length]}",
        ThemeId = "meedoen-en-ontmoeten",
        NeighbourhoodId = number % 3 == 0 ? "de-thij" : "berghuizen",
        BandId = "vrij",
        State = endedAt is null ? InitiativeState.InReview : number % RareOneIn == 0 ? InitiativeState.SetAside : InitiativeState.Granted,
        Asked = Euro.Whole(100 + (number % 900)),
        ReceivedAt = Began,
        Clock = LegalClock.Start(LocalTime.DayOf(Began), Term.Parse("8 weken")),
        Silent = endedAt is null ? [Actor.Reviewer("welzijn")] : [],
        Applicant = $"Wolters{number % 1000}",
        EndedAt = endedAt,
    };

    private static async Task WriteAsync(Site site, IEnumerable<WorkItem> lines)
    {
        var table = new TableServiceClient(site.Storage).GetTableClient(TableNames.Worklist);
        await Parallel.ForEachAsync(lines.SelectMany(WorklistTable.RowsOf).Chunk(InATransaction), site.Stop, async (some, stop) =>
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), stop));
    }

    private static async Task<string> OpenOverviewAsync(Site site, Visitor coordinator)
    {
        await coordinator.PressAsync(await coordinator.OpenAsync("/link-kwijt"), "Stuur mij een mail", ("email", Coordinator));
        var mail = await site.Mail.TakeAsync(Coordinator, "Uw initiatieven bij het initiatiefloket", site.Stop);
        var link = mail.Links.First(link => link.Contains($"/{LinkPaths.Overview}/", StringComparison.Ordinal));
        var asked = await coordinator.PressAsync(await coordinator.OpenAsync(link), "Mail mij een code");
        var code = (await site.Mail.TakeAsync(Coordinator, "Uw code om uw overzicht", site.Stop)).Code;
        await coordinator.PressAsync(asked, "Open het overzicht", ("bevestigingscode", code));
        return link;
    }
}
