using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>One change of an instance: all of it is stored, or nothing.</summary>
/// <param name="Row">The row as it becomes, with a new <see cref="InstanceRow.Change"/>.</param>
/// <param name="Events">What is added to the history.</param>
internal sealed record InstanceChange(InstanceRow Row, IReadOnlyList<HistoryEvent> Events)
{
    /// <summary>Row keys of messages that are dealt with.</summary>
    public IReadOnlyCollection<string> Consumed { get; init; } = [];

    /// <summary>Whether the events are the beginning of a new history.</summary>
    public bool StartsOver { get; init; }

    /// <summary>The id of the last event to another instance that is known to have arrived; -1 for none.</summary>
    public int Delivered { get; init; } = -1;
}
