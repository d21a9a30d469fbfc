using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Something for an instance to deal with in its next step.</summary>
/// <param name="Event">What goes into the history; null only wakes the instance.</param>
internal sealed record Message(HistoryEvent? Event)
{
    /// <summary>The run that the event answers to; null is any run.</summary>
    public string? Execution { get; init; }

    /// <summary>The row that keeps the message until it is dealt with; null when something else does.</summary>
    public string? InboxKey { get; init; }

    /// <summary>Whether storage may know more than memory.</summary>
    public bool Reload { get; init; }

    /// <summary>The instance itself, when it was stored just now.</summary>
    public StoredInstance? Created { get; init; }

    /// <summary>Whether work that was going on in an earlier process has to be taken up again.</summary>
    public bool Recover { get; init; }

    /// <summary>Called once the step that dealt with the message is stored.</summary>
    public Action? Consumed { get; init; }
}
