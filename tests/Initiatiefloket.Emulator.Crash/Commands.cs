using System.Globalization;
using Azure;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Crash;

/// <summary>
/// Does what lines on standard input ask: "start (orchestrator) (id)" or "raise (id) (number)". When the client has accepted it
/// that line is written back; what has no answer is asked again, so an instance that exists counts as started.
/// </summary>
internal sealed class Commands(DurableTaskClient client)
{
    public async Task RunAsync()
    {
        var underway = new List<Task>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            underway.Add(DoAsync(line));
        }

        await Task.WhenAll(underway);
    }

    private async Task DoAsync(string line)
    {
        try
        {
            await AskAsync(line.Split(' '));
            Console.WriteLine(line);
        }
        catch (Exception refused) when (refused is RequestFailedException or AggregateException)
        {
            Console.WriteLine($"refused {line}: {refused.Message}".ReplaceLineEndings(" "));
        }
    }

    private Task AskAsync(string[] words) => words[0] switch
    {
        "start" => StartAsync(words[1], words[2]),
        "raise" => client.RaiseEventAsync(words[1], Journey.Number, int.Parse(words[2], CultureInfo.InvariantCulture)),
        var other => throw new ArgumentException($"'{other}' is no command."),
    };

    private async Task StartAsync(string orchestrator, string id)
    {
        if (await client.GetInstanceAsync(id) is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestrator, new Progress(0, 0), new StartOrchestrationOptions(id));
        }
    }
}
