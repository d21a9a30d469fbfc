using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask.Worker;

/// <summary>
/// Finds tasks of a registry by name and version. An unversioned registration serves every version, unless its name also has
/// versioned ones: then only an exact match counts.
/// </summary>
internal sealed class VersionedTaskFactory(DurableTaskRegistry registry) : IDurableTaskFactory
{
    private readonly HashSet<TaskName> _versionedActivities = VersionedNames(registry.Activities.Keys);
    private readonly HashSet<TaskName> _versionedOrchestrators = VersionedNames(registry.Orchestrators.Keys);

    public bool TryCreateActivity(TaskName name, IServiceProvider serviceProvider, [NotNullWhen(true)] out ITaskActivity? activity) =>
        TryCreateActivity(name, default, serviceProvider, out activity);

    public bool TryCreateOrchestrator(
        TaskName name, IServiceProvider serviceProvider, [NotNullWhen(true)] out ITaskOrchestrator? orchestrator) =>
        TryCreateOrchestrator(name, default, serviceProvider, out orchestrator);

    public bool TryCreateActivity(
        TaskName name, TaskVersion version, IServiceProvider services, [NotNullWhen(true)] out ITaskActivity? activity) =>
        TryCreate(registry.Activities, _versionedActivities, new(name, version), services, out activity);

    public bool TryCreateOrchestrator(
        TaskName name, TaskVersion version, IServiceProvider services, [NotNullWhen(true)] out ITaskOrchestrator? orchestrator) =>
        TryCreate(registry.Orchestrators, _versionedOrchestrators, new(name, version), services, out orchestrator);

    private static HashSet<TaskName> VersionedNames(IEnumerable<TaskKey> keys) =>
        [.. keys.Where(key => key.Version != default).Select(key => key.Name)];

    private static bool TryCreate<T>(
        Dictionary<TaskKey, Func<IServiceProvider, T>> factories,
        HashSet<TaskName> versionedNames,
        TaskKey key,
        IServiceProvider services,
        [NotNullWhen(true)] out T? task)
        where T : class
    {
        var found = factories.TryGetValue(key, out var factory)
            || (!versionedNames.Contains(key.Name) && factories.TryGetValue(key with { Version = default }, out factory));
        task = found ? factory!(services) : null;
        return task is not null;
    }
}
