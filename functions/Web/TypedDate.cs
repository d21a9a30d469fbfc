using System.Globalization;

namespace Initiatiefloket.Web;

/// <summary>Reads the three boxes of a date.</summary>
public static class TypedDate
{
    /// <summary>True when the boxes hold an existing day of the years 1900 to 2199.</summary>
    public static bool TryRead(DateParts typed, out DateOnly day)
    {
        day = default;
        if (!TryNumber(typed.Day, out var dayOfMonth) || !TryNumber(typed.Month, out var month) || !TryNumber(typed.Year, out var year))
        {
            return false;
        }

        if (year is < 1900 or > 2199 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

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
