using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Initiatiefloket.Emulator.Tests.Tables;

/// <summary>A typed row with a property of every type that tables know.</summary>
public sealed class Measurement : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Note { get; set; }

    public int Count { get; set; }

    public int? Limit { get; set; }

    public long Cents { get; set; }

    public long? Debt { get; set; }

    public double Ratio { get; set; }

    public bool Final { get; set; }

    public bool? Checked { get; set; }

    public Guid Id { get; set; }

    public Guid? Parent { get; set; }

    public DateTime At { get; set; }

    public DateTimeOffset Due { get; set; }

    public DateTimeOffset? Closed { get; set; }

    public byte[]? Digest { get; set; }

    public BinaryData? Picture { get; set; }

    public DayOfWeek Day { get; set; }

    public DayOfWeek? OtherDay { get; set; }

    [DataMember(Name = "wijk")]
    public string? Neighbourhood { get; set; }

    [IgnoreDataMember]
    public string Label => $"{PartitionKey}/{RowKey}";

    [IgnoreDataMember]
    public string? Secret { get; set; }

    public string? Reason { get; private set; }

    public Measurement Because(string reason)
    {
        Reason = reason;
        return this;
    }
}
