namespace Initiatiefloket.Benchmarks;

/// <summary>What can be measured.</summary>
/// <param name="Name">The argument.</param>
/// <param name="What">What it prints.</param>
/// <param name="RunAsync">Measures and prints; gets the arguments after the name.</param>
internal sealed record Command(string Name, string What, Func<Bench, string[], Task> RunAsync);

/// <summary>The commands, by name.</summary>
internal static class Commands
{
    private static readonly Command[] All =
    [
        new("pages", "GET and POST of pages against a function that answers a constant: p50, p95, requests/s", PagesCommand.RunAsync),
        new("case", "storage transactions, activities, steps and waiting of one case in band \"vrij\"", CaseCommand.RunAsync),
        new("cases", "throughput of cases against a bare chain with as many activities [--cases 64]", CasesCommand.RunAsync),
        new("waiting", "start, and press to effect, with ten and with many waiting workflows [--instances 5000]", WaitingCommand.RunAsync),
        new("digest", "transactions of a digest and of lists with ten and with many cases [--cases 5000]", DigestCommand.RunAsync),
        new("worklist", "requests and times of the coordinator's worklist with few and with many cases [--cases 100000] [--rounds 7]", WorklistCommand.RunAsync),
        new("evening", "500 residents through the whole form in ten minutes' traffic, compressed [--residents 500] [--seconds 200]", EveningCommand.RunAsync),
        new("memory", "memory of host and worker after cases [--cases 1000]", MemoryCommand.RunAsync),
        new("euro", "EUR per 1,000 cases from counted transactions, executions and mails (prices.json)", EuroCommand.RunAsync),
    ];

    /// <summary>The command that the arguments name; null when they name none.</summary>
    public static Command? Find(string[] args) => All.FirstOrDefault(command => args is [var name, ..] && command.Name == name);

    public static void List()
    {
        Console.WriteLine("dotnet run -c Release --project tests/Initiatiefloket.Benchmarks -- <command>");
        foreach (var command in All)
        {
            Console.WriteLine($"  {command.Name,-9}{command.What}");
        }
    }
}
