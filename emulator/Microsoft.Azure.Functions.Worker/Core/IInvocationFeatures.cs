namespace Microsoft.Azure.Functions.Worker;

/// <summary>Features of one invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Stores a feature under its type.</summary>
    /// <typeparam name="T">The key.</typeparam>
    /// <param name="instance">The feature.</param>
    void Set<T>(T instance);

    /// <summary>Reads a feature; null when there is none of that type.</summary>
    /// <typeparam name="T">The key.</typeparam>
    /// <returns>The feature or null.</returns>
    T? Get<T>();
}
