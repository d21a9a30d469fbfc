using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Terms;

/// <summary>A <see cref="Term"/> in JSON is its written form, such as "8 weken".</summary>
public sealed class TermJsonConverter : JsonConverter<Term>
{
    /// <inheritdoc/>
    public override Term Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Term.TryParse(text, out var term, out var problem) ? term : throw new JsonException(problem);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Term value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.InWords());
}
