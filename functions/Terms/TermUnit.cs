using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Terms;

/// <summary>What a <see cref="Term"/> counts.</summary>
public enum TermUnit
{
    /// <summary>Plain seconds, to shorten waits in a demonstration.</summary>
    Seconds,

    /// <summary>Plain minutes, to shorten waits in a demonstration.</summary>
    Minutes,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Working days of the town hall.</summary>
    WorkingDays,

    /// <summary>Calendar weeks.</summary>
    Weeks,
}

/// <summary>Who set a term, and so whether its end moves off weekends and holidays.</summary>
public enum TermOrigin
{
    /// <summary>The municipality: it ends where counting ends.</summary>
    Town,

    /// <summary>An act of parliament: Algemene termijnenwet 1 and 2 move its end, unless it is longer than twelve weeks or ninety days (4).</summary>
    Law,
}

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
