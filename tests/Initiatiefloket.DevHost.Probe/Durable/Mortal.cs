using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>An activity that takes its process down the first time, as a crash or a kill does.</summary>
public static class Mortal
{
    /// <param name="context">The orchestration.</param>
    /// <param name="mark">A file that is not there yet.</param>
    [Function(nameof(Mortal))]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string mark)
    {
        try
        {
            return await context.CallActivityAsync<string>(nameof(DieOnce), mark);
        }
        catch (TaskFailedException failed)
        {
            var failure = failed.FailureDetails;
            return $"{failure.ErrorType}: {failure.ErrorMessage} ({failure.InnerFailure?.ErrorType}: {failure.InnerFailure?.ErrorMessage})";
        }
    }

    [Function(nameof(DieOnce))]
    public static string DieOnce([ActivityTrigger] string mark)
    {
        if (File.Exists(mark))
        {
            return "done by the next worker";
        }

        File.WriteAllText(mark, "");
        System.Diagnostics.Process.GetCurrentProcess().Kill();
        return "not reached";
    }
}
