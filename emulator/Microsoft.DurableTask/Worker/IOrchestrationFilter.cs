namespace Microsoft.DurableTask.Worker;

/// <summary>Decides which orchestrations this worker takes steps of.</summary>
[Obsolete("Experimental")]
public interface IOrchestrationFilter
{
    /// <summary>Tells whether this worker may take a step of an orchestration; asked before each step.</summary>
    /// <param name="info">What is known about the orchestration.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>False to leave the orchestration as it is for now.</returns>
    ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default);
}
