using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Texts too large for a message of a storage queue: as input, event, activity's input and result, and output.</summary>
public static class Large
{
    public const string Event = "more";

    [Function(nameof(Large))]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string text)
    {
        var more = await context.WaitForExternalEvent<string>(Event);
        return await context.CallActivityAsync<string>(nameof(Backwards), text + more);
    }

    [Function(nameof(Backwards))]
    public static string Backwards([ActivityTrigger] string text) => string.Concat(text.Reverse());
}
