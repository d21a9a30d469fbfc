using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Many activities at once.</summary>
public static class FanOut
{
    [Function(nameof(FanOut))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, int count) =>
        (await Task.WhenAll(Enumerable.Range(1, count).Select(number => context.CallActivityAsync<int>(nameof(Square), number)))).Sum();

    [Function(nameof(Square))]
    public static int Square([ActivityTrigger] int number) => number * number;
}
