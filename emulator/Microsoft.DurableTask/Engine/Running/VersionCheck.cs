using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Engine.History;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Whether a worker may run an instance of a version.</summary>
internal static class VersionCheck
{
    /// <summary>Why not; null when it may.</summary>
    public static Failure? Refuse(VersioningOptions? options, string version)
    {
        if (options is null || options.MatchStrategy == VersionMatchStrategy.None)
        {
            return null;
        }

        var order = TaskOrchestrationVersioningUtils.CompareVersions(version, options.Version);
        return options.MatchStrategy switch
        {
            VersionMatchStrategy.Strict when order != 0 =>
                Mismatch($"The orchestration version '{version}' does not match the worker version '{options.Version}'."),
            VersionMatchStrategy.CurrentOrOlder when order > 0 =>
                Mismatch($"The orchestration version '{version}' is greater than the worker version '{options.Version}'."),
            VersionMatchStrategy.Strict or VersionMatchStrategy.CurrentOrOlder => null,
            var unknown => new("VersionError", $"The version match strategy '{unknown}' is unknown.") { IsFinal = true },
        };
    }

    private static Failure Mismatch(string message) => new("VersionMismatch", message) { IsFinal = true };
}
