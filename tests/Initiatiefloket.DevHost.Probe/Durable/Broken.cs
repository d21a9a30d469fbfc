using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>An orchestrator that fails.</summary>
public static class Broken
{
    [Function(nameof(Broken))]
    public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string why) => throw new InvalidOperationException(why);

    /// <summary>Calls an activity that is not there.</summary>
    [Function(nameof(Lost))]
    public static async Task<string> Lost([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.CallActivityAsync<string>("NoSuchActivity");
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorType;
        }
    }
}
