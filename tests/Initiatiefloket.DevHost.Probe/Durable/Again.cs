using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Continues as new after each event; what was raised meanwhile is carried over.</summary>
public static class Again
{
    public const string Event = "add";

    /// <summary>Adds what is raised, until that is 0.</summary>
    [Function(nameof(Again))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, int sum)
    {
        var next = await context.WaitForExternalEvent<int>(Event);
        if (next == 0)
        {
            return sum;
        }

        await context.CallActivityAsync<int>(nameof(FanOut.Square), next);
        context.ContinueAsNew(sum + next);
        return 0;
    }
}
