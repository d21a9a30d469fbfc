namespace Microsoft.DurableTask.Abstractions;

/// <summary>How two orchestration versions are ordered.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>Compares two versions: empty comes first, then as <see cref="Version"/>, otherwise as text without regard to case.</summary>
    /// <param name="sourceVersion">The left version.</param>
    /// <param name="otherVersion">The right version.</param>
    /// <returns>Below zero, zero or above zero as in <see cref="IComparable"/>.</returns>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        var sourceIsEmpty = string.IsNullOrWhiteSpace(sourceVersion);
        var otherIsEmpty = string.IsNullOrWhiteSpace(otherVersion);
        if (sourceIsEmpty || otherIsEmpty)
        {
            return otherIsEmpty.CompareTo(sourceIsEmpty);
        }

        return Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
