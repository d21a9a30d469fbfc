namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter of a function.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type.</param>
/// <param name="hasDefaultValue">Whether it is optional.</param>
/// <param name="defaultValue">Its value when left out.</param>
public class FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue)
{
    /// <summary>A parameter without default value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    public FunctionParameter(string name, Type type)
        : this(name, type, false, null)
    {
    }

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public Type Type { get; } = type;

    /// <summary>Whether it is optional.</summary>
    public bool HasDefaultValue { get; } = hasDefaultValue;

    /// <summary>Its value when left out.</summary>
    public object? DefaultValue { get; } = defaultValue;

    /// <summary>Whether it may be null.</summary>
    public bool IsReferenceOrNullableType => !Type.IsValueType || Nullable.GetUnderlyingType(Type) is not null;
}
