using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Worker;

/// <summary>Options of a worker.</summary>
public class DurableTaskWorkerOptions
{
    private DataConverter? _dataConverter;

    /// <summary>Reads inputs and writes outputs. Must fit the client's.</summary>
    public DataConverter DataConverter
    {
        get => _dataConverter ?? JsonDataConverter.Default;
        set => _dataConverter = value;
    }

    /// <summary>Not used: this engine has no entities.</summary>
    public bool EnableEntitySupport { get; set; }

    /// <summary>The longest single timer; longer ones are made of several. 3 days by default.</summary>
    public TimeSpan MaximumTimerInterval { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How much runs at once.</summary>
    public ConcurrencyOptions Concurrency { get; } = new();

    /// <summary>Which versions this worker runs; null runs all.</summary>
    public VersioningOptions? Versioning { get; set; }

    internal bool DataConverterExplicitlySet => _dataConverter is not null;

    internal void ApplyTo(DurableTaskWorkerOptions other)
    {
        other._dataConverter = _dataConverter;
        other.MaximumTimerInterval = MaximumTimerInterval;
        other.EnableEntitySupport = EnableEntitySupport;
        other.Versioning = Versioning;
    }

    /// <summary>How an instance's version must relate to the worker's.</summary>
    public enum VersionMatchStrategy
    {
        /// <summary>Any version is run.</summary>
        None = 0,

        /// <summary>Only the same version is run.</summary>
        Strict = 1,

        /// <summary>The same and older versions are run.</summary>
        CurrentOrOlder = 2,
    }

    /// <summary>What happens to an instance whose version does not match.</summary>
    public enum VersionFailureStrategy
    {
        /// <summary>It is left for another worker.</summary>
        Reject = 0,

        /// <summary>It fails.</summary>
        Fail = 1,
    }

    /// <summary>How much runs at once.</summary>
    public class ConcurrencyOptions
    {
        /// <summary>The number of activities that run at once. 100 for each processor by default.</summary>
        public int MaximumConcurrentActivityWorkItems { get; set; } = 100 * Environment.ProcessorCount;

        /// <summary>The number of orchestrators that take a step at once. 100 for each processor by default.</summary>
        public int MaximumConcurrentOrchestrationWorkItems { get; set; } = 100 * Environment.ProcessorCount;
    }

    /// <summary>Which versions a worker runs.</summary>
    public class VersioningOptions
    {
        /// <summary>The version of this worker; empty is unversioned.</summary>
        public string Version { get; set; } = string.Empty;

        /// <summary>The version of sub-orchestrations that are called without one.</summary>
        public string DefaultVersion { get; set; } = string.Empty;

        /// <summary>How an instance's version must relate to this one.</summary>
        public VersionMatchStrategy MatchStrategy { get; set; }

        /// <summary>What happens to an instance whose version does not match.</summary>
        public VersionFailureStrategy FailureStrategy { get; set; }
    }
}
