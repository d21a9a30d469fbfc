using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>What the outcome of a step changes in storage.</summary>
internal static class StepChange
{
    public static InstanceChange Of(StoredInstance instance, List<HistoryEvent> fresh, StepOutcome outcome, DateTime now)
    {
        var row = instance.Row with
        {
            UpdatedAt = now,
            Change = Guid.NewGuid().ToString("N"),
            CustomStatus = outcome.CustomStatus,
            Status = outcome.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
        };
        return outcome.Ending switch
        {
            Ending.StartedOver next => StartOver(row, next, now),
            Ending.Completed completed => End(row with
            {
                Status = OrchestrationRuntimeStatus.Completed,
                Output = completed.Output,
            }),
            Ending.Terminated terminated => End(row with
            {
                Status = OrchestrationRuntimeStatus.Terminated,
                Output = terminated.Output,
            }),
            Ending.Failed failed => End(row with
            {
                Status = OrchestrationRuntimeStatus.Failed,
                Output = failed.Failure.Message, // as the real one does
                Failure = failed.Failure.Write(),
            }),
            _ => End(row),
        };

        InstanceChange End(InstanceRow changed) => new(changed, [.. fresh, .. outcome.Decisions]);
    }

    private static InstanceChange StartOver(InstanceRow row, Ending.StartedOver next, DateTime now)
    {
        var execution = Guid.NewGuid().ToString("N");
        var events = next.Events.Select((kept, index) => new HistoryEvent.EventRaised($"{execution}:{index}", kept.Name, kept.Input));
        var started = row with
        {
            Version = next.Version ?? row.Version,
            Execution = execution,
            Generation = row.Generation + 1,
            Status = OrchestrationRuntimeStatus.Running,
            CreatedAt = now,
            StartAt = null,
            Input = next.Input,
        };
        return new(started, [.. events]) { StartsOver = true };
    }
}
