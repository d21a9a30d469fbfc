using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Tracing;

/// <summary>
/// Names, tags and identities of spans as the real packages give them. The identity of a run and of each of its steps follows
/// from the run itself, so that a trace stays whole when processes come and go.
/// </summary>
internal static class Traces
{
    public const string Orchestration = "orchestration";
    public const string ActivityType = "activity";

    private static readonly ActivitySource Source = new("Microsoft.DurableTask");

    /// <summary>Whether somebody listens.</summary>
    public static bool AreOn => Source.HasListeners();

    public static Activity? StartCreation(TaskName name, string version, string instanceId) => Source.StartActivity(
        Title("create_orchestration", name, version),
        ActivityKind.Producer,
        default(ActivityContext),
        Tags(Orchestration, name, version, instanceId));

    public static Activity? StartRaise(string eventName, string target) => Source.StartActivity(
        EventTitle(eventName), ActivityKind.Producer, default(ActivityContext), EventTags(eventName, target));

    /// <summary>The running of an activity, within the step that asked for it.</summary>
    public static Activity? StartRun(string? trace, string execution, string instanceId, HistoryEvent.ActivityScheduled activity) =>
        AreOn && Parse(trace) is { } origin
            ? Source.StartActivity(
                Title(ActivityType, activity.Name, activity.Version),
                ActivityKind.Server,
                Step(origin, execution, activity.Id),
                ActivityTags(instanceId, activity))
            : null;

    public static Activity? Create(Span span) => Source.CreateActivity(span.Name, span.Kind, span.Parent, span.Tags);

    public static ActivityContext? Parse(string? trace) => ActivityContext.TryParse(trace, null, out var context) ? context : null;

    /// <summary>The trace that a sub-orchestration goes on with; null when there is none.</summary>
    public static string? OfChild(string? trace, string execution, int id)
    {
        if (Parse(trace) is not { } origin)
        {
            return null;
        }

        var step = Step(origin, execution, id);
        return $"00-{step.TraceId}-{step.SpanId}-{(byte)step.TraceFlags:x2}";
    }

    public static ActivityContext Run(ActivityContext origin, string execution) => new(origin.TraceId, Id(execution), origin.TraceFlags);

    public static ActivityContext Step(ActivityContext origin, string execution, int id) =>
        new(origin.TraceId, Id($"{execution}:{id}"), origin.TraceFlags);

    public static string Title(string type, string name, string version) =>
        version.Length == 0 ? $"{type}:{name}" : $"{type}:{name}@({version})";

    public static string EventTitle(string eventName) => $"orchestration_event:{eventName}";

    public static List<KeyValuePair<string, object?>> Tags(string type, string name, string version, string instanceId)
    {
        List<KeyValuePair<string, object?>> tags =
        [
            new("durabletask.type", type), new("durabletask.task.name", name), new("durabletask.task.instance_id", instanceId),
        ];
        if (version.Length > 0)
        {
            tags.Add(new("durabletask.task.version", version));
        }

        return tags;
    }

    public static List<KeyValuePair<string, object?>> ActivityTags(string instanceId, HistoryEvent.ActivityScheduled activity) =>
    [
        .. Tags(ActivityType, activity.Name, activity.Version, instanceId), new("durabletask.task.task_id", activity.Id),
    ];

    public static List<KeyValuePair<string, object?>> EventTags(string eventName, string target) =>
    [
        new("durabletask.type", "event"), new("durabletask.task.name", eventName), new("durabletask.event.target_instance_id", target),
    ];

    private static ActivitySpanId Id(string what) =>
        ActivitySpanId.CreateFromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 8));
}
