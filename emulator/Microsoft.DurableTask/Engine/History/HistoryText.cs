using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.DurableTask.Engine.History;

/// <summary>History as text: one event a line, so that text can be cut, appended and read back.</summary>
internal static class HistoryText
{
    // Payloads are JSON within JSON: the relaxed encoder writes \" where the default one writes six characters.
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<HistoryEvent> events)
    {
        var text = new StringBuilder();
        foreach (var happened in events)
        {
            text.Append(Write(happened)).Append('\n');
        }

        return text.ToString();
    }

    public static string Write(HistoryEvent happened) => JsonSerializer.Serialize(happened, Options);

    /// <exception cref="JsonException">The text is not history.</exception>
    public static List<HistoryEvent> Read(string text)
    {
        var events = new List<HistoryEvent>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                events.Add(JsonSerializer.Deserialize<HistoryEvent>(line, Options) ?? throw new JsonException("An event is null."));
            }
        }

        return events;
    }
}
