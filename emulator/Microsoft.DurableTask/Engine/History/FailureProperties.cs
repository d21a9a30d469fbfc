using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.DurableTask.Engine.History;

/// <summary>
/// The properties of a failure in storage. As with the real worker numbers come back as double, and lists and dictionaries
/// keep their shape; dates are marked, because JSON has none.
/// </summary>
internal static class FailureProperties
{
    private const string DateMark = "$date";

    public static JsonObject? Write(IDictionary<string, object?>? properties) => properties is null
        ? null
        : new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Node(property.Value))));

    public static Dictionary<string, object?> Read(JsonObject properties) =>
        properties.ToDictionary(property => property.Key, property => Value(property.Value));

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        DateTime date => new JsonObject { [DateMark] = date.ToString("o", CultureInfo.InvariantCulture) },
        IDictionary<string, object?> nested => Write(nested),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
        IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal
            && double.IsFinite(number.ToDouble(CultureInfo.InvariantCulture)) => number.ToDouble(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => list.Select(Value).ToList(),
        JsonObject nested when nested[DateMark] is { } date =>
            DateTime.Parse(date.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        JsonObject nested => Read(nested),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.Number => node.GetValue<double>(),
            JsonValueKind.String => node.GetValue<string>(),
            var kind => kind == JsonValueKind.True,
        },
    };
}
