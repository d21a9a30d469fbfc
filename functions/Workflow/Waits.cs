using Microsoft.DurableTask;

namespace Initiatiefloket.Workflow;

/// <summary>
/// How a workflow waits for people: a page stores what somebody decided and sends an event that only wakes; the workflow
/// then reads the row. So an event may come twice, early or (after a crash) late without harm, and every wait ends at a moment.
/// </summary>
public sealed class Waits(TaskOrchestrationContext workflow, string initiativeId)
{
    private Task<string> _withdrawal = workflow.WaitForExternalEvent<string>(WorkflowEvents.Withdrawn);

    /// <summary>Waits until the case satisfies a condition, until the applicant withdraws or until a moment.</summary>
    /// <param name="eventName">The event that wakes; unique to its round, since a waiter that was left behind keeps listening.</param>
    /// <param name="until">When the wait ends.</param>
    /// <param name="isOver">Condition on what the row says.</param>
    /// <returns>What the row said last; the caller looks whether the condition holds.</returns>
    public async Task<CaseSnapshot> UntilAsync(string eventName, DateTimeOffset until, Func<CaseSnapshot, bool> isOver)
    {
        var wake = workflow.WaitForExternalEvent<string>(eventName);
        while (await IsWokenAsync(until, wake))
        {
            var seen = await LookAsync();
            if (seen.IsWithdrawn || isOver(seen))
            {
                return seen;
            }

            wake = wake.IsCompleted ? workflow.WaitForExternalEvent<string>(eventName) : wake;
        }

        return await LookAsync();
    }

    /// <summary>Waits for a sub-orchestration; should the applicant withdraw meanwhile, wakes it so that it sees that.</summary>
    public async Task<T> ForAsync<T>(Task<T> subOrchestration, string subInstanceId)
    {
        while (await Task.WhenAny(subOrchestration, _withdrawal) == _withdrawal)
        {
            workflow.SendEvent(subInstanceId, WorkflowEvents.Withdrawn, initiativeId);
            ListenAgain();
        }

        return await subOrchestration;
    }

    /// <summary>What the row says now.</summary>
    public Task<CaseSnapshot> LookAsync() => workflow.ReadCaseAsync(initiativeId);

    private async Task<bool> IsWokenAsync(DateTimeOffset until, Task wake)
    {
        using var tooLate = new CancellationTokenSource();
        var timer = workflow.CreateTimer(until.UtcDateTime, tooLate.Token);
        if (await Task.WhenAny(wake, _withdrawal, timer) == timer)
        {
            return false;
        }

        // Not CancelAsync: it would leave the orchestrator's own thread.
        tooLate.Cancel();
        ListenAgain();
        return true;
    }

    private void ListenAgain()
    {
        if (_withdrawal.IsCompleted)
        {
            _withdrawal = workflow.WaitForExternalEvent<string>(WorkflowEvents.Withdrawn);
        }
    }
}
