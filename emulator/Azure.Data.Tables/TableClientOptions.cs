using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, transport, diagnostics and policies of a client, all of Azure.Core.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Speaks <paramref name="serviceVersion"/> of the REST API.</summary>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionHeader = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
    }

    internal string VersionHeader { get; }

    /// <summary>Versions of the Table REST API.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }
}
