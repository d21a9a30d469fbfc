using Initiatiefloket.Platform;
using Microsoft.DurableTask;

namespace Initiatiefloket.Flow;

/// <summary>
/// How a workflow waits for people: a page stores what somebody decided and sends an event that only wakes; the workflow
/// then reads the row. So an event may come twice, early or (after a crash) late without harm, and every wait ends at a moment.
/// </summary>
public sealed class Waits(TaskOrchestrationContext workflow, string initiativeId)
{
    // A durable timer is as precise as a queue's whole seconds, so it may fire up to one early.
    private static readonly TimeSpan MostEarly = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task<string>> _listening = [];

    /// <summary>Waits until the case satisfies a condition, until the applicant withdraws or until a moment.</summary>
    /// <param name="eventName">The event that wakes; unique to its round.</param>
    /// <param name="until">When the wait ends.</param>
    /// <param name="isOver">Condition on what the row says.</param>
    /// <returns>What the row said last; the caller looks whether the condition holds.</returns>
    public async Task<CaseSnapshot> UntilAsync(string eventName, DateTimeOffset until, Func<CaseSnapshot, bool> isOver)
    {
        while (await IsWokenAsync(eventName, until))
        {
            var seen = await LookAsync();
            if (seen.IsWithdrawn || isOver(seen))
            {
                return seen;
            }
        }

        return await LookAsync();
    }

    /// <summary>What the row says now.</summary>
    public Task<CaseSnapshot> LookAsync() =>
        workflow.StepAsync<CaseSnapshot>(nameof(CaseActivities.ReadCase), initiativeId);

    // Ends at the moment or later, never before: what follows may count on its day having begun.
    private async Task<bool> IsWokenAsync(string eventName, DateTimeOffset until)
    {
        for (var due = until; await IsWokenBeforeAsync(eventName, due) is false; due = until + MostEarly)
        {
            if (workflow.CurrentUtcDateTime >= until.UtcDateTime)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsWokenBeforeAsync(string eventName, DateTimeOffset due)
    {
        using var tooLate = new CancellationTokenSource();
        var timer = workflow.CreateTimer(due.UtcDateTime, tooLate.Token);
        if (await Task.WhenAny(Heard(eventName), Heard(WorkflowEvents.Withdrawn), timer) == timer)
        {
            return false;
        }

        // Not CancelAsync: it would leave the orchestrator's own thread.
        tooLate.Cancel();
        ListenAgain(eventName);
        ListenAgain(WorkflowEvents.Withdrawn);
        return true;
    }

    // One listener for each event, kept from wait to wait: one left behind when a timer won would take what comes during the steps in between.
    private Task<string> Heard(string eventName)
    {
        if (!_listening.TryGetValue(eventName, out var listener))
        {
            _listening[eventName] = listener = workflow.WaitForExternalEvent<string>(eventName);
        }

        return listener;
    }

    private void ListenAgain(string eventName)
    {
        if (Heard(eventName).IsCompleted)
        {
            _listening.Remove(eventName);
        }
    }
}
