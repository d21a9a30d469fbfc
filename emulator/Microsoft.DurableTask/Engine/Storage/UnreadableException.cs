using Azure;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>Something of an instance is in storage, but not in a form that the engine ever wrote.</summary>
internal sealed class UnreadableException(string what, Exception reason) : Exception($"{what} cannot be read: {reason.Message}", reason)
{
    /// <summary>The version of the instance's row that was read; null when there is none.</summary>
    public ETag? Version { get; set; }
}
