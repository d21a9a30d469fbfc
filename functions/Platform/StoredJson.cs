using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatiefloket.Platform;

/// <summary>How records are written in table rows: names for enums, nothing for null or for what follows from the rest, so that rows stay readable and small.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };
}
