using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Money;

/// <summary>A <see cref="Euro"/> in JSON is its number of cents.</summary>
public sealed class EuroJsonConverter : JsonConverter<Euro>
{
    /// <inheritdoc/>
    public override Euro Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Euro value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
