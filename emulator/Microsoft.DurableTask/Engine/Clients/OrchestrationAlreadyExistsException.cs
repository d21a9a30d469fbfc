namespace DurableTask.Core.Exceptions;

/// <summary>There is an instance of this id, and its status forbids a new one.</summary>
internal sealed class OrchestrationAlreadyExistsException(string message) : Exception(message);
