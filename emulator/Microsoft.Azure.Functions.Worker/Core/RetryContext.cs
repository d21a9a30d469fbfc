namespace Microsoft.Azure.Functions.Worker;

/// <summary>Attempts under the host's own retry policy.</summary>
public abstract class RetryContext
{
    /// <summary>Attempts made before this one.</summary>
    public abstract int RetryCount { get; }

    /// <summary>Attempts allowed after the first.</summary>
    public abstract int MaxRetryCount { get; }
}
