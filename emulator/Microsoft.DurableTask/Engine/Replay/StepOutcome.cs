using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>What a step led to.</summary>
/// <param name="Decisions">The new steps that the orchestrator decided on.</param>
/// <param name="CancelledTimers">Ids of timers that need not fire any more.</param>
/// <param name="CustomStatus">The serialised custom status.</param>
/// <param name="IsSuspended">Whether the instance is paused.</param>
/// <param name="Ending">How the run ended, or null when it goes on.</param>
internal sealed record StepOutcome(
    IReadOnlyList<HistoryEvent.Decision> Decisions,
    IReadOnlySet<int> CancelledTimers,
    string? CustomStatus,
    bool IsSuspended,
    Ending? Ending)
{
    /// <summary>The instance fails without a replay.</summary>
    public static StepOutcome Failed(Failure failure) => new([], new HashSet<int>(), null, false, new Ending.Failed(failure));
}
