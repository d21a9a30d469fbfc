using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Platform;

/// <summary>How records are written in table rows: names for enums, nothing for null, so that rows stay readable and small.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
