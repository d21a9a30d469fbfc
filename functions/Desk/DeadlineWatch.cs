using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.Desk;

/// <summary>One look at the legal dates of all open cases: who has to act is told, each signal once; the coordinator in one mail.</summary>
public static class DeadlineWatch
{
    /// <summary>One at a time: a second one would tell the same.</summary>
    public const string InstanceId = "deadline-watch";

    [Function(nameof(DeadlineWatch))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow)
    {
        var issue = await workflow.CallActivityAsync<DeadlineIssue>(
            nameof(DeadlineActivities.FindDeadlines), options: Retries.WhenTransient);
        foreach (var initiativeId in issue.Untold)
        {
            await workflow.TellExtensionAsync(initiativeId);
        }

        foreach (var news in issue.News)
        {
            await workflow.CallActivityAsync(nameof(DeadlineMailActivities.WarnReviewers), news, Retries.WhenTransient);
        }

        await workflow.CallActivityAsync(nameof(DeadlineMailActivities.WarnCoordinator), issue, Retries.WhenTransient);
        await workflow.CallActivityAsync(nameof(DeadlineActivities.CloseWatch), issue, Retries.WhenTransient);
    }
}
