using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>An activity to run for one run of an instance.</summary>
internal sealed record ActivityCall(Session Session, string Execution, HistoryEvent.ActivityScheduled Activity, string? Trace);
