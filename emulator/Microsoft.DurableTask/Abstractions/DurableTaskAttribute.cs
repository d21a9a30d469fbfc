namespace Microsoft.DurableTask;

/// <summary>Gives an orchestrator or activity class its name and version.</summary>
/// <param name="name">The name; null takes the name of the class.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DurableTaskAttribute(string? name = null) : Attribute
{
    /// <summary>The name, or the default value when the name of the class counts.</summary>
    public TaskName Name { get; } = string.IsNullOrEmpty(name) ? default : new TaskName(name);

    /// <summary>The version that the class implements; null or empty means unversioned.</summary>
    public string? Version { get; set; }

    internal static TaskName NameOf(Type type) =>
        GetCustomAttribute(type, typeof(DurableTaskAttribute)) is DurableTaskAttribute { Name.Name.Length: > 0 } attribute
            ? attribute.Name
            : new TaskName(type.Name);

    internal static TaskVersion VersionOf(Type type) =>
        GetCustomAttribute(type, typeof(DurableTaskAttribute)) is DurableTaskAttribute { Version.Length: > 0 } attribute
            ? new TaskVersion(attribute.Version)
            : default;
}
