using Initiatiefloket.Flow;
using Initiatiefloket.Platform;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Desk;

/// <summary>One look at the legal dates of all open cases: who has to act is told, each signal once; the coordinator in one mail.</summary>
public static class DeadlineWatch
{
    /// <summary>One at a time: a second one would tell the same.</summary>
    public const string InstanceId = "deadline-watch";

    [Function(nameof(DeadlineWatch))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext workflow)
    {
        var issue = await workflow.StepAsync<DeadlineIssue>(
            nameof(DeadlineActivities.FindDeadlines));
        foreach (var initiativeId in issue.Untold)
        {
            await workflow.TellExtensionAsync(initiativeId);
        }

        foreach (var news in issue.News)
        {
            await workflow.StepAsync(nameof(DeadlineMailActivities.WarnReviewers), news);
        }

        await workflow.StepAsync(nameof(DeadlineMailActivities.WarnCoordinator), issue);
        await workflow.StepAsync(nameof(DeadlineActivities.CloseWatch), issue);
    }
}

/// <summary>Starts the watch over the legal dates at seven in the morning in town, on working days.</summary>
public sealed class DeadlineTimer(Policy policy, TimeProvider clock)
{
    [Function(nameof(StartDeadlineWatch))]
    public async Task StartDeadlineWatch(
        [TimerTrigger("0 0 5,6 * * MON-FRI")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (LocalTime.MorningOf(clock.GetUtcNow()) is { } day && policy.WorkingDays.IsWorkingDay(day))
        {
            await client.StartUnlessRunningAsync(nameof(DeadlineWatch), DeadlineWatch.InstanceId, cancellation);
        }
    }
}

/// <summary>What the watch found on a day.</summary>
/// <param name="Day">The day in town.</param>
/// <param name="News">Signals that were not told before.</param>
/// <param name="Overdue">Initiatives whose legal date has passed, told before or not.</param>
/// <param name="Untold">Initiatives of which somebody is still to hear that the term was extended, or that more time was asked for: the app stopped in between.</param>
public sealed record DeadlineIssue(
    DateOnly Day, IReadOnlyList<CaseSignal> News, IReadOnlyList<string> Overdue, IReadOnlyList<string> Untold)
{
    /// <summary>The initiatives that the coordinator is told of.</summary>
    public IEnumerable<string> ForCoordinator => Overdue.Union(News.Select(news => news.InitiativeId));
}

/// <summary>A signal about an initiative.</summary>
/// <param name="InitiativeId">Reference of the initiative.</param>
/// <param name="Signal">The signal.</param>
public sealed record CaseSignal(string InitiativeId, DeadlineSignal Signal);
