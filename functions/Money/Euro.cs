using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Money;

/// <summary>An amount of money in whole cents. Overflow throws; nothing is ever rounded.</summary>
/// <param name="Cents">The amount in cents; negative for a debt.</param>
[JsonConverter(typeof(EuroJsonConverter))]
public readonly record struct Euro(long Cents) : IComparable<Euro>
{
    private static readonly NumberFormatInfo Dutch = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NumberDecimalDigits = 2,
    };

    /// <summary>No money.</summary>
    public static Euro Zero => default;

    /// <summary>An amount of whole euros.</summary>
    public static Euro Whole(long euros) => new(checked(euros * 100));

    /// <summary>Reads an amount as a Dutch resident types it; see <see cref="EuroInput"/>.</summary>
    public static EuroInput Read(string? text) => EuroInput.Read(text);

    /// <summary>The total of many amounts.</summary>
    public static Euro Sum(IEnumerable<Euro> amounts) => amounts.Aggregate(Zero, (total, amount) => total + amount);

    /// <summary>The larger of two amounts.</summary>
    public static Euro Max(Euro left, Euro right) => left > right ? left : right;

    public static Euro operator +(Euro left, Euro right) => new(checked(left.Cents + right.Cents));

    public static Euro operator -(Euro left, Euro right) => new(checked(left.Cents - right.Cents));

    public static Euro operator -(Euro amount) => new(checked(-amount.Cents));

    public static bool operator <(Euro left, Euro right) => left.Cents < right.Cents;

    public static bool operator >(Euro left, Euro right) => left.Cents > right.Cents;

    public static bool operator <=(Euro left, Euro right) => left.Cents <= right.Cents;

    public static bool operator >=(Euro left, Euro right) => left.Cents >= right.Cents;

    /// <inheritdoc/>
    public int CompareTo(Euro other) => Cents.CompareTo(other.Cents);

    /// <summary>The amount for pages and letters: "€ 1.250,00", with a space that does not break; in English "€1,250.00".</summary>
    public override string ToString() => Language.IsEnglish
        ? $"€{(Cents / 100m).ToString("N2", CultureInfo.InvariantCulture)}"
        : $"€\u00A0{(Cents / 100m).ToString("N2", Dutch)}";
}

/// <summary>A <see cref="Euro"/> in JSON is its number of cents.</summary>
public sealed class EuroJsonConverter : JsonConverter<Euro>
{
    /// <inheritdoc/>
    public override Euro Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Euro value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
