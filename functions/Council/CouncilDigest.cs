using Initiatiefloket.Flow;
using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Council;

/// <summary>The digest for the council: looks each hour who wants it now, and tells them what changed since their last one; nothing when nothing did.</summary>
public static class CouncilDigest
{
    /// <summary>One digest at a time: a second one would tell the same news.</summary>
    private const string InstanceId = "council-digest";

    [Function(nameof(StartCouncilDigest))]
    public static Task StartCouncilDigest(
        [TimerTrigger("%CouncilDigestSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        client.StartUnlessRunningAsync(nameof(CouncilDigest), InstanceId, cancellation);

    [Function(nameof(CouncilDigest))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow)
    {
        var issue = await workflow.StepAsync<DigestIssue>(
            nameof(CouncilDigestActivities.FindNews));
        if (issue.MemberIds.Count > 0)
        {
            await workflow.StepAsync(nameof(CouncilDigestActivities.MailDigest), issue);
        }

        return issue.MemberIds.Count;
    }
}

/// <summary>One digest: a stretch of the change feed.</summary>
/// <param name="After">Number of the last entry that was told before.</param>
/// <param name="Through">Number of the last entry in this one.</param>
/// <param name="MemberIds">Who gets it; nobody when there is no news.</param>
public sealed record DigestIssue(long After, long Through, IReadOnlyList<string> MemberIds);
