using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Three activities, one after another.</summary>
public static class Chain
{
    [Function(nameof(Chain))]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string text)
    {
        foreach (var step in new[] { "a", "b", "c" })
        {
            text = await context.CallActivityAsync<string>(nameof(Append), text + step);
        }

        return text;
    }

    [Function(nameof(Append))]
    public static string Append([ActivityTrigger] string text) => $"{text}.";
}
