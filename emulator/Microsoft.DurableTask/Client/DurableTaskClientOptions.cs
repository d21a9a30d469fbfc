using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>Options of a client.</summary>
public class DurableTaskClientOptions
{
    private DataConverter? _dataConverter;

    /// <summary>The version of instances that are started without one; empty is unversioned.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>Writes inputs and reads outputs. Must fit the worker's.</summary>
    public DataConverter DataConverter
    {
        get => _dataConverter ?? JsonDataConverter.Default;
        set => _dataConverter = value;
    }

    /// <summary>Not used: this engine has no entities.</summary>
    public bool EnableEntitySupport { get; set; }

    internal bool DataConverterExplicitlySet => _dataConverter is not null;

    internal void ApplyTo(DurableTaskClientOptions other)
    {
        if (!other.DataConverterExplicitlySet)
        {
            other._dataConverter = _dataConverter;
        }

        other.EnableEntitySupport |= EnableEntitySupport;
        if (!string.IsNullOrWhiteSpace(DefaultVersion))
        {
            other.DefaultVersion = DefaultVersion;
        }
    }
}
