using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>Calls the orchestrator with its input and takes its output, and logs that once however often it is replayed.</summary>
internal sealed class OrchestratorRun(
    InstanceRow instance, ITaskOrchestrator orchestrator, DataConverter converter, ReplayedContext context, ILogger logger)
{
    public async Task<string?> RunAsync()
    {
        try
        {
            var input = converter.Deserialize(instance.Input, orchestrator.InputType);
            context.Input = input;
            Log(() => EngineLog.OrchestrationStarted(logger, instance.Id, instance.Name));
            var output = await orchestrator.RunAsync(context, input);
            var serialized = Payloads.Require(converter.Serialize(output), "output");
            Log(() => EngineLog.OrchestrationCompleted(logger, instance.Id, instance.Name));
            return serialized;
        }
        catch (Exception exception)
        {
            Log(() => EngineLog.OrchestrationFailed(logger, exception, instance.Id, instance.Name));
            throw;
        }
    }

    private void Log(Action log)
    {
        if (!context.IsReplaying)
        {
            log();
        }
    }
}
