using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Worker;

namespace Microsoft.DurableTask.Engine.Running;

#pragma warning disable CS0618 // The real package marks the filter as experimental for its users; here it is honoured.

/// <summary>Asks the app's orchestration filter, if it has one.</summary>
internal sealed class InstanceFilter(IOrchestrationFilter? filter = null)
{
    /// <summary>Whether this worker may take a step of an instance now.</summary>
    public ValueTask<bool> AdmitsAsync(InstanceRow row, CancellationToken cancellation) => filter is null
        ? ValueTask.FromResult(true)
        : filter.IsOrchestrationValidAsync(new() { Name = row.Name, Tags = row.Tags }, cancellation);
}
