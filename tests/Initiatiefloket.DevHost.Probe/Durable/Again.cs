using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Continues as new after each event; what was raised meanwhile is carried over, in no certain order.</summary>
public static class Again
{
    public const string Event = "add";

    /// <summary>Adds as many numbers as it is told.</summary>
    [Function(nameof(Again))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Sum sum)
    {
        if (sum.Left == 0)
        {
            return sum.Total;
        }

        var next = await context.WaitForExternalEvent<int>(Event);
        await context.CallActivityAsync<int>(nameof(FanOut.Square), next);
        context.ContinueAsNew(new Sum(sum.Total + next, sum.Left - 1));
        return 0;
    }

    /// <summary>How much it is until now, and how many numbers are left to come.</summary>
    public sealed record Sum(int Total, int Left);
}
