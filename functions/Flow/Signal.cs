using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Flow;

/// <summary>
/// Wakes a workflow. It carries no decision: what counts is what the row says when the workflow looks, so a
/// signal may come twice or for nothing.
/// </summary>
/// <param name="InstanceId">The orchestration to wake.</param>
/// <param name="EventName">The wait that it ends; unique to its round.</param>
/// <param name="By">Who caused it, so that two people at once are two signals.</param>
public sealed record Signal(string InstanceId, string EventName, Actor By);
