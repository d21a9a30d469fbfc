namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>Where a sub-orchestration reports to: one step of one run of its parent.</summary>
internal sealed record ParentLink(string InstanceId, string Name, string Execution, int TaskId);
