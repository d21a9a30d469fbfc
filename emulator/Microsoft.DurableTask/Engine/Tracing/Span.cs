using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask.Engine.Tracing;

/// <summary>A part of a trace that is told about once it is over.</summary>
internal sealed record Span(
    string Name,
    ActivityKind Kind,
    ActivityContext Parent,
    ActivitySpanId Id,
    DateTime From,
    DateTime To,
    IEnumerable<KeyValuePair<string, object?>> Tags)
{
    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Error { get; init; }

    public void Tell()
    {
        if (Traces.Create(this) is not { } activity)
        {
            return;
        }

        activity.SetStartTime(From);
        activity.Start();

        // Others name this span as their parent already. .NET has no way to choose an id; the real packages set it like this too.
        SpanId(activity) = Id.ToHexString();
        WholeId(activity) = null;
        if (Error is not null)
        {
            activity.SetStatus(ActivityStatusCode.Error, Error);
        }

        activity.SetEndTime(To);
        activity.Stop();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanId(Activity activity);

    // Made of the parts when it is asked for and not there.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_id")]
    private static extern ref string? WholeId(Activity activity);
}
