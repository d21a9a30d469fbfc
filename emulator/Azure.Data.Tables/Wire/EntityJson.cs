using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Azure.Data.Tables.Wire;

/// <summary>Rows as OData JSON, written and read by System.Text.Json without a document in between.</summary>
internal static class EntityJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { EntityContract.Apply } },
        Converters = { new TableEntityConverter(), new EnumNameConverterFactory(), new DateTimeConverter(), new DateTimeOffsetConverter(), new BinaryDataConverter(), new ETagConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IncludeFields = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    internal static byte[] Write(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);

        // The contract of the run-time type: transactions know their rows only as ITableEntity.
        var contract = Options.GetTypeInfo(entity.GetType());
        return Written((entity, contract), static (writer, row) => JsonSerializer.Serialize(writer, row.entity, row.contract));
    }

    internal static byte[] WriteTableName(string table) => Written(table, static (writer, name) =>
    {
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, name);
        writer.WriteEndObject();
    });

    internal static T Read<T>(BinaryData body) =>
        JsonSerializer.Deserialize(body.ToMemory().Span, Contract<T>()) ?? throw new JsonException("The service sent null for a row.");

    /// <summary>The rows of a page: <c>{"odata.metadata":"…","value":[…]}</c>.</summary>
    internal static List<T> ReadAll<T>(BinaryData body)
    {
        var rows = new List<T>();
        var contract = Contract<T>();
        var reader = new Utf8JsonReader(body.ToMemory().Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isRows)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                rows.Add(JsonSerializer.Deserialize(ref reader, contract)!);
            }
        }

        return rows;
    }

    private static JsonTypeInfo<T> Contract<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    // Serialises into a buffer that the thread keeps, so that only the request's exact bytes are allocated.
    private static byte[] Written<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true });
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        write(writer, state);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
