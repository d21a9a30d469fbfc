namespace DurableTask.Core.Exceptions;

/// <summary>The orchestrator's code does not fit the history of the instance. The name is the one that the real framework reports.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
