using System.Globalization;

namespace Initiatiefloket.Terms;

/// <summary>The town's clock: moments are stored in UTC, days are those of Europe/Amsterdam, summer time included.</summary>
public static class LocalTime
{
    private const int Morning = 7;
    private static readonly TimeSpan MostEarly = TimeSpan.FromMinutes(1);

    /// <summary>The time zone of the municipality.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The calendar day in town at this moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>
    /// The day in town once it is seven in the morning there; null before. Timers go by UTC, where that is five in summer and six in winter: they run at both, and in
    /// summer the second run finds all done.
    /// </summary>
    public static DateOnly? MorningOf(DateTimeOffset moment)
    {
        // A timer may fire a moment early, which must not leave out a day.
        var now = TimeZoneInfo.ConvertTime(moment + MostEarly, Zone);
        return now.Hour >= Morning ? DateOnly.FromDateTime(now.DateTime) : null;
    }

    /// <summary>Midnight with which this day begins in town.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}

/// <summary>Days as <c>2026-05-15</c> (ISO 8601), as they stand in keys and rows: texts of this form compare as days do.</summary>
public static class IsoDate
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The day in this form.</summary>
    public static string ToIso(this DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that was written so.</summary>
    /// <exception cref="FormatException">It was not.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a day that somebody wrote.</summary>
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
