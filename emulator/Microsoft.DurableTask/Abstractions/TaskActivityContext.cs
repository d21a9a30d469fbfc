namespace Microsoft.DurableTask;

/// <summary>What an activity knows about the orchestration that called it.</summary>
public abstract class TaskActivityContext
{
    /// <summary>The name of the activity.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of the orchestration instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version that the activity was called with; empty when unversioned.</summary>
    public virtual string Version => string.Empty;
}
