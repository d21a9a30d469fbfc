using System.Globalization;
using Azure.Data.Tables;

namespace Initiatiefloket.EndToEndTests.Upgrade;

/// <summary>A row of a table: its columns with their types, as the table service names them.</summary>
/// <param name="Columns">Type and value of each column, as text.</param>
internal sealed record FrozenRow(IReadOnlyDictionary<string, FrozenValue> Columns)
{
    // Given by the service.
    private static readonly HashSet<string> Given = ["odata.etag", "Timestamp"];

    public static FrozenRow Of(TableEntity row) => new(row
        .Where(column => !Given.Contains(column.Key) && column.Value is not null)
        .ToDictionary(column => column.Key, column => FrozenValue.Of(column.Value)));

    public TableEntity ToEntity() => new(Columns.ToDictionary(column => column.Key, column => column.Value.ToObject()));
}

/// <summary>A value of a column.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">The value.</param>
internal sealed record FrozenValue(string Type, string Text)
{
    public static FrozenValue Of(object value) => value switch
    {
        string text => new("String", text),
        bool flag => new("Boolean", flag ? "true" : "false"),
        int number => new("Int32", number.ToString(CultureInfo.InvariantCulture)),
        long number => new("Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => new("Double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset moment => new("DateTime", moment.ToString("O", CultureInfo.InvariantCulture)),
        byte[] bytes => new("Binary", Convert.ToBase64String(bytes)),
        _ => throw new NotSupportedException($"{value.GetType()} is no type of a column here."),
    };

    public object ToObject() => Type switch
    {
        "String" => Text,
        "Boolean" => bool.Parse(Text),
        "Int32" => int.Parse(Text, CultureInfo.InvariantCulture),
        "Int64" => long.Parse(Text, CultureInfo.InvariantCulture),
        "Double" => double.Parse(Text, CultureInfo.InvariantCulture),
        "DateTime" => DateTimeOffset.ParseExact(Text, "O", CultureInfo.InvariantCulture),
        "Binary" => Convert.FromBase64String(Text),
        _ => throw new NotSupportedException($"{Type} is no type of a column here."),
    };
}
