using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>What a worker brings along to run orchestrators and activities.</summary>
internal sealed record TaskRuntime(
    IDurableTaskFactory Factory,
    DurableTaskWorkerOptions Options,
    IServiceProvider Services,
    ILoggerFactory Loggers,
    InstanceFilter Filter,
    IExceptionPropertiesProvider? Properties)
{
    public required int MaxSteps { get; init; }

    public required int MaxActivities { get; init; }

    public bool TryCreateOrchestrator(TaskName name, string version, IServiceProvider services, out ITaskOrchestrator? orchestrator) =>
        Factory is VersionedTaskFactory versioned
            ? versioned.TryCreateOrchestrator(name, version, services, out orchestrator)
            : Factory.TryCreateOrchestrator(name, services, out orchestrator);

    public bool TryCreateActivity(TaskName name, string version, IServiceProvider services, out ITaskActivity? activity) =>
        Factory is VersionedTaskFactory versioned
            ? versioned.TryCreateActivity(name, version, services, out activity)
            : Factory.TryCreateActivity(name, services, out activity);
}
