using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.DurableTask;

namespace Initiatiefloket.Benchmarks;

/// <summary>What is run: small inputs and outputs, activities that do nothing.</summary>
internal static class Workflows
{
    public const string Nothing = "Nothing";
    public const string Chain = "Chain";
    public const string Fan = "Fan";
    public const string Event = "Event";
    public const string Timer = "Timer";
    public const string Go = "Go";

    public const int ChainLength = 5;
    public const int FanWidth = 100;
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    private const string Activity = "Activity";

    /// <summary>When instances of <see cref="Event"/> went on after their event.</summary>
    public static readonly ConcurrentDictionary<string, long> ResumedAt = new();

    public static void Register(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<string, string>(Activity, (_, input) => input)
        .AddOrchestratorFunc(Nothing, _ => Task.CompletedTask)
        .AddOrchestratorFunc<string, string>(Chain, ChainAsync)
        .AddOrchestratorFunc(Fan, context => Task.WhenAll(
            Enumerable.Range(0, FanWidth).Select(_ => context.CallActivityAsync<string>(Activity, "input"))))
        .AddOrchestratorFunc(Event, EventAsync)
        .AddOrchestratorFunc(Timer, context => context.CreateTimer(Delay, CancellationToken.None));

    private static async Task<string> ChainAsync(TaskOrchestrationContext context, string input)
    {
        for (var count = 0; count < ChainLength; count++)
        {
            input = await context.CallActivityAsync<string>(Activity, input);
        }

        return input;
    }

    private static async Task EventAsync(TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>(Go);
        ResumedAt[context.InstanceId] = Stopwatch.GetTimestamp();
    }
}
