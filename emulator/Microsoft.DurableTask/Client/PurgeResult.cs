namespace Microsoft.DurableTask.Client;

/// <summary>What a purge removed.</summary>
public class PurgeResult
{
    /// <summary>Creates a result.</summary>
    /// <param name="count">The number of instances removed.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    /// <summary>Creates a result.</summary>
    /// <param name="count">The number of instances removed.</param>
    /// <param name="isComplete">Whether everything asked for was removed; null when unknown.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public PurgeResult(int count, bool? isComplete)
    {
        PurgedInstanceCount = count >= 0 ? count : throw new ArgumentException("Count must be non-negative", nameof(count));
        IsComplete = isComplete;
    }

    /// <summary>The number of instances removed.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether everything asked for was removed; null when unknown.</summary>
    public bool? IsComplete { get; }
}
