using System.Globalization;

namespace Initiatiefloket.Web;

/// <summary>A date as somebody typed it in the three boxes of a <see cref="DateField"/>; what it means is for the form to decide.</summary>
public sealed record DateParts(string Day, string Month, string Year)
{
    public static DateParts Empty { get; } = new("", "", "");

    public bool IsEmpty => Day.Length + Month.Length + Year.Length == 0;

    public static DateParts From(DateOnly date) => new(
        date.Day.ToString(CultureInfo.InvariantCulture),
        date.Month.ToString(CultureInfo.InvariantCulture),
        date.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>Names of the three inputs of the date field <paramref name="name"/>.</summary>
    public static (string Day, string Month, string Year) NamesOf(string name) => ($"{name}.day", $"{name}.month", $"{name}.year");
}
