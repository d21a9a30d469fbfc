using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>Values as OData literals.</summary>
/// <remarks>Source: https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities.</remarks>
internal static class FilterText
{
    internal static string From(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);
    }

    internal static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string or char => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        byte or sbyte or short or ushort or int => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        uint or long => Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        float or double => Real(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        DateTime moment => Moment(moment.ToUniversalTime()),
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new ArgumentException($"A {value.GetType()} has no OData literal."),
    };

    private static string Moment(DateTime utc) => $"datetime'{utc.ToString("o", CultureInfo.InvariantCulture)}'";

    // Without a point the service would take it for a whole number.
    private static string Real(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.All(character => char.IsAsciiDigit(character) || character == '-') ? text + ".0" : text;
    }
}
