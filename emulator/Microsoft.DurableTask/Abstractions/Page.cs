namespace Microsoft.DurableTask;

/// <summary>One page of values.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="values">The values of this page.</param>
/// <param name="continuationToken">Where the next page starts; null when this is the last one.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    /// <summary>The values of this page.</summary>
    public IReadOnlyList<T> Values { get; } = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>Where the next page starts; null when this is the last one.</summary>
    public string? ContinuationToken { get; } = continuationToken;
}
