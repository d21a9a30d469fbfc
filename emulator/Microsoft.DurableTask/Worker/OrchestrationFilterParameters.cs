namespace Microsoft.DurableTask.Worker;

/// <summary>What an orchestration filter decides on.</summary>
public struct OrchestrationFilterParameters
{
    /// <summary>The name of the orchestrator.</summary>
    public string? Name { get; init; }

    /// <summary>The tags that the orchestration was started with.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
