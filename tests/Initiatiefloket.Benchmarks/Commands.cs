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
        new("case", "storage transactions, activities, steps and waiting of one case in band \"vrij\"", CaseCommand.RunAsync),
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
