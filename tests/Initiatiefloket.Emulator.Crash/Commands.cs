using System.Globalization;
using Azure;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Crash;

/// <summary>
/// Does what lines on standard input ask: "start (orchestrator) (id)" or "raise (id) (number)". When the client has accepted it
/// that line is written back; what has no answer is asked again, so an instance that exists counts as started, and one that
/// ended as having had the event.
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
        catch (Exception refused) when (refused is RequestFailedException or AggregateException or RpcException)
        {
            Console.WriteLine($"refused {line}: {refused.Message}".ReplaceLineEndings(" "));
        }
    }

    private Task AskAsync(string[] words) => words[0] switch
    {
        "start" => StartAsync(words[1], words[2]),
        "raise" => RaiseAsync(words[1], int.Parse(words[2], CultureInfo.InvariantCulture)),
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

    private async Task RaiseAsync(string id, int number)
    {
        try
        {
            await client.RaiseEventAsync(id, Journey.Number, number);
        }
        catch (RpcException ended) when (ended.StatusCode == StatusCode.FailedPrecondition)
        {
            // It ends with both events only, so it had this one.
        }
    }
}
