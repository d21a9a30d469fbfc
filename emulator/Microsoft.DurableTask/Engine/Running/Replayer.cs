using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Finds the orchestrator of an instance and replays it.</summary>
internal static class Replayer
{
    public static async Task<StepOutcome> RunAsync(TaskRuntime runtime, StoredInstance instance, List<HistoryEvent> fresh)
    {
        var row = instance.Row;
        if (VersionCheck.Refuse(runtime.Options.Versioning, row.Version) is { } refusal)
        {
            return StepOutcome.Failed(refusal);
        }

        await using var scope = runtime.Services.CreateAsyncScope();
        try
        {
            return runtime.TryCreateOrchestrator(row.Name, row.Version, scope.ServiceProvider, out var orchestrator)
                ? new OrchestrationReplay(row, orchestrator!, runtime.Options, runtime.Loggers, runtime.Properties)
                    .Run(instance.History, fresh)
                : StepOutcome.Failed(NotFound(row));
        }
        catch (Exception exception)
        {
            // The app's own factory or constructor threw.
            return StepOutcome.Failed(Failure.From(exception, runtime.Properties));
        }
    }

    private static Failure NotFound(InstanceRow row)
    {
        var version = row.Version.Length == 0 ? string.Empty : $" with version '{row.Version}'";
        return new("OrchestratorTaskNotFound", $"No orchestrator task named '{row.Name}'{version} was found.") { IsFinal = true };
    }
}
