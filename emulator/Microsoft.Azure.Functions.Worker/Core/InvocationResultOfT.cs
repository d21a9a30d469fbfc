namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; a middleware may replace it.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class InvocationResult<T>
{
    /// <summary>The result; null for a function that returns nothing or has not run yet.</summary>
    public abstract T? Value { get; set; }
}
