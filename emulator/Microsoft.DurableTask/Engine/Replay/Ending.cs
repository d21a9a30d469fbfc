using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>How a run of an orchestration ended.</summary>
internal abstract record Ending
{
    private Ending()
    {
    }

    public sealed record Completed(string? Output) : Ending;

    public sealed record Failed(Failure Failure) : Ending;

    public sealed record Terminated(string? Output, bool Recursive) : Ending;

    /// <param name="Input">The serialised input of the next run.</param>
    /// <param name="Version">The version of the next run; null keeps it.</param>
    /// <param name="Preserve">Whether events that nobody took go along.</param>
    public sealed record StartedOver(string? Input, string? Version, bool Preserve) : Ending
    {
        public IReadOnlyList<(string Name, string? Input)> Events { get; init; } = [];
    }
}
