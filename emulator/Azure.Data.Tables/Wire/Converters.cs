using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Data.Tables.Wire;

/// <summary>Moments go out in UTC; one whose zone is unknown is refused, as the real client does.</summary>
internal sealed class DateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDateTimeOffset().UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Kind == DateTimeKind.Utc
            ? value
            : throw new NotSupportedException($"DateTime {value:O} has kind {value.Kind}; tables take UTC only."));
}

internal sealed class DateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
}

internal sealed class BinaryDataConverter : JsonConverter<BinaryData>
{
    public override BinaryData Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => BinaryData.FromBytes(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, BinaryData value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToMemory().Span);
}

internal sealed class ETagConverter : JsonConverter<ETag>
{
    public override ETag Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ETag value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Enums of typed entities are stored by name.</summary>
internal sealed class EnumNameConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => (Nullable.GetUnderlyingType(typeToConvert) ?? typeToConvert).IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EnumNameConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class EnumNameConverter<T> : JsonConverter<T>
    {
        private static readonly Type EnumType = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);

        // A name that the enum lacks is an ArgumentException, as in the real client.
        public override T? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetString() is { } name ? (T)Enum.Parse(EnumType, name) : default;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());
    }
}
