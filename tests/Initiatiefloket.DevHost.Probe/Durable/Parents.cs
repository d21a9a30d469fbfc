using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Orchestrations that start others.</summary>
public static class Parents
{
    /// <summary>The event that a child waits for, when it is told to.</summary>
    public const string Release = "release";

    /// <summary>Starts a child under a known id and takes over how it ends.</summary>
    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context, string order)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<string>(nameof(Child), order, new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-child" });
        }
        catch (TaskFailedException failed)
        {
            return $"{failed.FailureDetails.ErrorType}: {failed.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(Child))]
    public static async Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context, string order) => order switch
    {
        "fail" => throw new InvalidOperationException("The child broke."),
        "wait" => await context.WaitForExternalEvent<string>(Release),
        _ => $"{order} of {context.Parent!.InstanceId}",
    };

    /// <summary>Tells its own version and that of a child.</summary>
    [Function(nameof(Versions))]
    public static async Task<string> Versions([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"{context.Version} {await context.CallSubOrchestratorAsync<string>(nameof(Version))}";

    [Function(nameof(Version))]
    public static string Version([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;
}
