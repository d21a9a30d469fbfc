using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Data.Tables.Wire;

/// <summary>Rows without a type of their own: each value is typed by its JSON kind or by the annotation beside it.</summary>
internal sealed class TableEntityConverter : JsonConverter<TableEntity>
{
    public override TableEntity Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var row = new TableEntity();
        List<(string Name, string? Edm)>? annotations = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(EntityContract.TypeSuffix, StringComparison.Ordinal))
            {
                (annotations ??= []).Add((name[..^EntityContract.TypeSuffix.Length], reader.GetString()));
            }
            else if (name == TableEntity.ETagKey || !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                row[name] = name == nameof(ITableEntity.Timestamp) ? reader.GetDateTimeOffset() : Value(ref reader);
            }
        }

        foreach (var (name, edm) in annotations ?? [])
        {
            if (row[name] is { } value)
            {
                row[name] = Typed(value, edm);
            }
        }

        return row;
    }

    public override void Write(Utf8JsonWriter writer, TableEntity row, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in row)
        {
            if (value is null || name is TableEntity.ETagKey or nameof(ITableEntity.Timestamp))
            {
                continue;
            }

            if (EntityContract.EdmTypeOf(value.GetType()) is { } edm)
            {
                writer.WriteString(name + EntityContract.TypeSuffix, edm);
            }

            writer.WritePropertyName(name);
            if (value is long number)
            {
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            }
        }

        writer.WriteEndObject();
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.Null => null,
        var other => throw new JsonException($"A row has no values of kind {other}."),
    };

    private static object Typed(object value, string? edm) => (edm, value) switch
    {
        ("Edm.Int64", string text) => long.Parse(text, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ("Edm.DateTime", string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        ("Edm.Guid", string text) => Guid.Parse(text),
        ("Edm.Binary", string text) => Convert.FromBase64String(text),
        _ => value,
    };
}
