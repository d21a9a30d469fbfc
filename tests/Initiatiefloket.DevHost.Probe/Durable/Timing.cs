using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>Durable timers, alone and raced against an event.</summary>
public static class Timing
{
    /// <summary>The name of the event that the race waits for.</summary>
    public const string Event = "first";

    /// <summary>Waits some milliseconds, which may be fewer than none.</summary>
    /// <returns>How many milliseconds after the moment it went on; negative when it was before.</returns>
    [Function(nameof(Timer))]
    public static async Task<double> Timer([OrchestrationTrigger] TaskOrchestrationContext context, int milliseconds)
    {
        var due = context.CurrentUtcDateTime.AddMilliseconds(milliseconds);
        await context.CreateTimer(due, CancellationToken.None);
        return (context.CurrentUtcDateTime - due).TotalMilliseconds;
    }

    /// <summary>Waits for an event, at most some milliseconds.</summary>
    [Function(nameof(Race))]
    public static async Task<string> Race([OrchestrationTrigger] TaskOrchestrationContext context, int milliseconds)
    {
        using var lost = new CancellationTokenSource();
        var late = context.CreateTimer(context.CurrentUtcDateTime.AddMilliseconds(milliseconds), lost.Token);
        var raised = context.WaitForExternalEvent<string>(Event);
        if (await Task.WhenAny(raised, late) == late)
        {
            return "late";
        }

        lost.Cancel(); // not its asynchronous twin: an orchestrator waits for nothing else than durable tasks
        return await raised;
    }
}
