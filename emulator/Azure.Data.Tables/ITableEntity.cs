namespace Azure.Data.Tables;

/// <summary>The four system properties of a row; a typed entity adds its own public properties.</summary>
public interface ITableEntity
{
    /// <summary>First part of the key, at most 1,024 characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>Second part of the key, unique within the partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; filled on reading, never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The row's version; filled on reading, never sent with the properties.</summary>
    ETag ETag { get; set; }
}
