namespace Microsoft.DurableTask;

/// <summary>Marks a type as the payload of an external event.</summary>
/// <param name="name">The name of the event; null takes the name of the type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DurableEventAttribute(string? name = null) : Attribute
{
    /// <summary>The name of the event, or the default value when the name of the type counts.</summary>
    public TaskName Name { get; } = string.IsNullOrEmpty(name) ? default : new TaskName(name);
}
