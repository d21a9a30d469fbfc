using System.Collections;

// As in the real package not annotated: callers pass dictionaries and values of either nullability.
#nullable disable

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary; the four system properties stand among the others.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagKey = "odata.etag";
    private readonly Dictionary<string, object> _values;

    /// <summary>A row without keys yet.</summary>
    public TableEntity() => _values = [];

    /// <summary>A row with a copy of <paramref name="values"/>, keys included.</summary>
    public TableEntity(IDictionary<string, object> values) => _values = new(values);

    /// <summary>A row with its keys.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <inheritdoc/>
    public string PartitionKey { get => GetString(nameof(PartitionKey)); set => _values[nameof(PartitionKey)] = value; }

    /// <inheritdoc/>
    public string RowKey { get => GetString(nameof(RowKey)); set => _values[nameof(RowKey)] = value; }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get => Get<DateTimeOffset?>(nameof(Timestamp)); set => _values[nameof(Timestamp)] = value; }

    /// <inheritdoc/>
    public ETag ETag { get => GetString(ETagKey) is { } etag ? new ETag(etag) : default; set => _values[ETagKey] = value.ToString(); }

    /// <summary>How many properties there are, system properties included.</summary>
    public int Count => _values.Count;

    /// <summary>The names of the properties.</summary>
    public ICollection<string> Keys => _values.Keys;

    ICollection<object> IDictionary<string, object>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>A property, null when there is none.</summary>
    public object this[string key] { get => _values.GetValueOrDefault(key); set => _values[key] = value; }

    /// <summary>Adds a property.</summary>
    /// <exception cref="ArgumentException">It exists already.</exception>
    public void Add(string key, object value) => _values.Add(key, value);

    /// <summary>Removes all properties.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Whether there is such a property.</summary>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <summary>Removes a property; false when there was none.</summary>
    public bool Remove(string key) => _values.Remove(key);

    /// <summary>Reads a property; false when there is none.</summary>
    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value);

    /// <summary>A text, or null. This getter and the next ones throw <see cref="InvalidOperationException"/> on another type.</summary>
    public string GetString(string key) => Get<string>(key);

    /// <summary>Bytes, or null.</summary>
    public byte[] GetBinary(string key) => this[key] is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    /// <summary>Bytes, or null.</summary>
    public BinaryData GetBinaryData(string key) => this[key] is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    /// <summary>A boolean, or null.</summary>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>A moment in UTC, or null.</summary>
    public DateTime? GetDateTime(string key) => this[key] is DateTimeOffset moment ? moment.UtcDateTime : Get<DateTime?>(key);

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) => this[key] is DateTime moment ? new DateTimeOffset(moment) : Get<DateTimeOffset?>(key);

    /// <summary>A floating point number, or null.</summary>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>A GUID, or null.</summary>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>A 32-bit number, or null.</summary>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>A 64-bit number, or null.</summary>
    public long? GetInt64(string key) => Get<long?>(key);

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _values.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_values).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private T Get<T>(string key) => this[key] switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"Property '{key}' is a {other.GetType()}, not a {typeof(T)}."),
    };
}
