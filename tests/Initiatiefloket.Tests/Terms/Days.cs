using System.Globalization;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

/// <summary>Days and moments as the tables of the tests write them.</summary>
internal static class Days
{
    /// <summary>The days that the Crown equated for 2026, 2027 and 2028, and two on which the town hall is closed.</summary>
    public static WorkingDays Calendar { get; } = new(
        [Of("2026-01-02"), Of("2026-05-15"), Of("2027-05-07"), Of("2028-04-28"), Of("2028-05-26")],
        [Of("2026-02-16"), Of("2026-12-24")]);

    public static DateOnly Of(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
