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
