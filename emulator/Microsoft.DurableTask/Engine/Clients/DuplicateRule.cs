using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Clients;

/// <summary>Which existing instances forbid a new one of the same id.</summary>
internal sealed class DuplicateRule(IReadOnlyCollection<OrchestrationRuntimeStatus> forbidding)
{
    /// <summary>As the Functions host has it: only an instance that is not finished forbids a new one.</summary>
    public static DuplicateRule Default { get; } = new(
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended]);

    /// <exception cref="ArgumentException">A name is not that of a status.</exception>
    public static DuplicateRule Of(IReadOnlyList<string>? statuses) => statuses is null
        ? Default
        : new([.. statuses.Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"Invalid orchestration runtime status: '{name}' for deduplication."))]);

    /// <exception cref="OrchestrationAlreadyExistsException">The instance forbids a new one.</exception>
    public void Require(InstanceRow existing)
    {
        if (forbidding.Contains(existing.Status))
        {
            throw new OrchestrationAlreadyExistsException(
                $"An orchestration with id '{existing.Id}' already exists. It's in the {existing.Status} state.");
        }
    }
}
