using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace Initiatiefloket.Platform;

/// <summary>
/// A record as JSON in the columns <c>Data</c>, <c>Data2</c>, <c>Data3</c> and so on of a table row, as many as it takes: a column holds
/// 64 KiB of UTF-16, a row 1 MiB (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model).
/// </summary>
public static class JsonColumns
{
    private const int LongestColumn = 32 * 1024;

    /// <summary>A row that holds the record.</summary>
    public static TableEntity RowOf<T>(string partitionKey, string rowKey, T content)
    {
        var row = new TableEntity(partitionKey, rowKey);
        var rest = JsonSerializer.Serialize(content, StoredJson.Options);
        for (var number = 1; rest.Length > 0; number++)
        {
            var length = LengthOfFirst(rest);
            row[ColumnOf(number)] = rest[..length];
            rest = rest[length..];
        }

        return row;
    }

    /// <summary>The record in a row.</summary>
    public static T Read<T>(TableEntity row) => JsonSerializer.Deserialize<T>(TextIn(row), StoredJson.Options)
        ?? throw new JsonException($"Row {row.PartitionKey}/{row.RowKey} is empty.");

    /// <summary>Whether two rows hold the same record, whatever else they hold.</summary>
    public static bool HoldSame(TableEntity one, TableEntity other) => TextIn(one) == TextIn(other);

    private static string TextIn(TableEntity row)
    {
        var json = new StringBuilder();
        for (var number = 1; row.TryGetValue(ColumnOf(number), out var part); number++)
        {
            json.Append((string)part);
        }

        return json.ToString();
    }

    private static string ColumnOf(int number) => number == 1 ? "Data" : $"Data{number}";

    // A sign of two code units stays in one column: half of it would not survive the request.
    private static int LengthOfFirst(string json) => json.Length <= LongestColumn
        ? json.Length
        : LongestColumn - (char.IsHighSurrogate(json[LongestColumn - 1]) ? 1 : 0);
}

/// <summary>How records are written in table rows: names for enums, nothing for null or for what follows from the rest, so that rows stay readable and small.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,

        // Letters as they are, where the default writes six characters for each é or quote; this JSON never stands in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };
}
