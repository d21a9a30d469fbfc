using System.Globalization;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Terms;

/// <summary>Days and deadlines in the words of a letter.</summary>
public static class TimeInWords
{
    /// <summary>How days and numbers are written in the language of now.</summary>
    public static CultureInfo Culture => Language.Current;

    /// <summary>"3 maart 2026".</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>"dinsdag 3 maart 2026".</summary>
    public static string InWordsWithWeekday(this DateOnly day) => day.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>"3 maart 2026, 14:05", in the town's time.</summary>
    public static string InWords(this DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, LocalTime.Zone).ToString("d MMMM yyyy, HH:mm", Culture);

    /// <summary>
    /// The last moment before an exclusive end: the day before when it ends at midnight ("dinsdag 3 maart 2026"), otherwise the time as well.
    /// </summary>
    public static string DeadlineInWords(this DateTimeOffset endsAt)
    {
        var local = TimeZoneInfo.ConvertTime(endsAt, LocalTime.Zone);
        return local.TimeOfDay == TimeSpan.Zero
            ? DateOnly.FromDateTime(local.DateTime).AddDays(-1).InWordsWithWeekday()
            : local.ToString("dddd d MMMM yyyy, HH:mm:ss", Culture);
    }

    /// <summary>The legal date with the days left: "dinsdag 28 april 2026 (nog 3 dagen)".</summary>
    /// <param name="legal">The clock of an application.</param>
    /// <param name="today">The day in town.</param>
    /// <param name="workingDays">The calendar.</param>
    public static string DecideByInWords(this LegalClock legal, DateOnly today, WorkingDays workingDays) =>
        $"{legal.DecideBy(workingDays).InWordsWithWeekday()} ({DaysLeft(legal.DaysLeft(today, workingDays))})";

    /// <summary>How many days are left: "nog 3 dagen", "vandaag", "2 dagen te laat".</summary>
    public static string DaysLeft(int days) => Language.IsEnglish ? DaysLeftInEnglish(days) : DaysLeftInDutch(days);

    private static string DaysLeftInDutch(int days) => days switch
    {
        -1 => "1 dag te laat",
        < 0 => $"{-days} dagen te laat",
        0 => "vandaag",
        1 => "nog 1 dag",
        _ => $"nog {days} dagen",
    };

    private static string DaysLeftInEnglish(int days) => days switch
    {
        -1 => "1 day late",
        < 0 => $"{-days} days late",
        0 => "today",
        1 => "1 day left",
        _ => $"{days} days left",
    };
}
