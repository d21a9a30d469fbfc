namespace Microsoft.DurableTask.Engine.Running;

/// <summary>A row of the work index and what is to become of it. Belongs to the index, which locks it.</summary>
internal sealed class WorkEntry(WorkRow row)
{
    public WorkRow Row { get; } = row;

    public int Holds { get; set; }

    public bool IsWanted { get; set; }

    public bool IsStored { get; set; }

    /// <summary>Called when the row is gone.</summary>
    public Action? Removed { get; init; }

    /// <summary>Completes when the row is in storage.</summary>
    public TaskCompletionSource Stored { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
