using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Decides whether an instance may take a step now, and has it woken up later when it may not.</summary>
internal sealed class Admission(TaskHub hub, HubEngine engine)
{
    // The real worker gives back a step that it may not take, and gets it again after a while.
    private static readonly TimeSpan AskAgainEvery = TimeSpan.FromSeconds(5);

    public async Task<bool> MustWaitAsync(
        StoredInstance instance, List<Message> messages, List<Message> accepted, CancellationToken cancellation)
    {
        var row = instance.Row;
        var wantsToStep = accepted.Count > 0 || !instance.HasStarted || messages.Exists(message => message.Recover);
        if (row.IsFinished || !wantsToStep)
        {
            return false;
        }

        var isEarly = !instance.HasStarted && row.StartAt > hub.Clock.GetUtcNow();
        if (isEarly && !accepted.Exists(message => message.Event is HistoryEvent.Terminated))
        {
            await WakeAsync(row, row.StartAt!.Value.UtcDateTime);
            return true;
        }

        if (await RefusalAsync(row, cancellation) is { } refusal)
        {
            EngineLog.OrchestrationLeftAlone(hub.Logger, row.Id, refusal);
            await WakeAsync(row, AskAgainAt());
            return true;
        }

        return false;
    }

    private async ValueTask<string?> RefusalAsync(InstanceRow row, CancellationToken cancellation)
    {
        var versioning = engine.Runtime.Options.Versioning;
        if (versioning?.FailureStrategy == VersionFailureStrategy.Reject && VersionCheck.Refuse(versioning, row.Version) is { } mismatch)
        {
            return mismatch.Message;
        }

        return await engine.Runtime.Filter.AdmitsAsync(row, cancellation) ? null : "the orchestration filter does not admit it.";
    }

    private Task WakeAsync(InstanceRow row, DateTime at) =>
        engine.Timers.AddAsync([WorkRow.Timer(row.Id, row.Execution, WorkRow.StartTimer, at)]);

    // On the beat, so that however often an instance is refused there is one timer for it.
    private DateTime AskAgainAt() => new(
        ((hub.Clock.GetUtcNow().Ticks / AskAgainEvery.Ticks) + 1) * AskAgainEvery.Ticks, DateTimeKind.Utc);
}
