using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="InstanceId">The instance id; null makes one up.</param>
    /// <param name="StartAt">When to start; null or a moment in the past starts at once.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>Copies options.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The instance id; null makes one up.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When to start; null or a moment in the past starts at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Tags to keep with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The version to start; null takes the default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>The statuses of an existing instance of the same id that forbid a new one, as names of OrchestrationRuntimeStatus.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
