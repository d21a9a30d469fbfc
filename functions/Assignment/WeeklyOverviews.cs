using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Assignment;

/// <summary>Once a week mails those who have open cases a link to all of them: mails about a case open that case only.</summary>
public static class WeeklyOverviews
{
    /// <summary>One at a time: a second one would mail the same.</summary>
    public const string InstanceId = "weekly-overviews";

    [Function(nameof(WeeklyOverviews))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow) =>
        workflow.StepAsync(nameof(WeeklyOverviewActivities.MailOverviews), InstanceId);
}

/// <summary>The step that mails them. May run twice: the key of a mail holds its week.</summary>
public sealed class WeeklyOverviewActivities(CaseLists lists, OverviewPost overviews, Policy policy, TimeProvider clock)
{
    [Function(nameof(MailOverviews))]
    public async Task MailOverviews([ActivityTrigger] string unused, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var person in policy.Reviewers.Select(reviewer => Actor.Reviewer(reviewer.Id)).Append(Actor.Coordinator))
        {
            if ((await lists.ReadOpenAsync(person, cancellation)).Count > 0)
            {
                await overviews.TellAsync(person, $"week-{monday.ToIso()}", cancellation);
            }
        }
    }
}

/// <summary>Starts them on Mondays at seven in the morning in town, unless the policy says no.</summary>
public sealed class WeeklyOverviewTimer(Policy policy, TimeProvider clock)
{
    [Function(nameof(StartWeeklyOverviews))]
    public async Task StartWeeklyOverviews(
        [TimerTrigger("0 0 5,6 * * MON")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (policy.Mail.OverviewWeekly && LocalTime.MorningOf(clock.GetUtcNow()) is not null)
        {
            await client.StartUnlessRunningAsync(nameof(WeeklyOverviews), WeeklyOverviews.InstanceId, cancellation);
        }
    }
}
