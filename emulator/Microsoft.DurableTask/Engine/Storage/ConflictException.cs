namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>The instance was changed by somebody else meanwhile: purged, created anew, or taken over by another process.</summary>
internal sealed class ConflictException(Exception cause) : Exception(cause.Message, cause);
