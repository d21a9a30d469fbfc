namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity. Names compare without regard to case.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>Creates a name.</summary>
    /// <param name="name">The name; null gives the default (empty) name.</param>
    public TaskName(string name) => Name = name;

    /// <summary>The name itself; null for the default value.</summary>
    public string Name { get; }

    /// <summary>Empty: a name carries no version.</summary>
    [Obsolete("Refer to TaskVersion instead.")]
    public string Version => string.Empty;

    /// <summary>Converts to the plain name.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>Converts from a plain name; null or empty gives the default value.</summary>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Whether two names are the same, without regard to case.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>Whether two names differ, without regard to case.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
