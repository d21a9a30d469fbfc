using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>An attempt at a step failed; after the last attempt users see a <see cref="TaskFailedException"/>.</summary>
internal sealed class StepFailedException(string name, int id, Failure failure) : Exception(failure.Message)
{
    public Failure Failure { get; } = failure;

    public TaskFailedException ToTaskFailed() => new(name, id, Failure.ToDetails());
}
