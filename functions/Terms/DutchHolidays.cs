namespace Initiatiefloket.Terms;

/// <summary>The public holidays of Algemene termijnenwet 3, first and second paragraph (with Koningsdag as it is since 2014).</summary>
/// <remarks>Days that the Crown equates with them (third paragraph) are data: see <see cref="WorkingDays"/>.</remarks>
public static class DutchHolidays
{
    /// <summary>The holidays of a year, in order. Two may fall on one day (Hemelvaartsdag on 5 May).</summary>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        var easter = EasterSunday(year);
        Holiday[] holidays =
        [
            new(new DateOnly(year, 1, 1), "Nieuwjaarsdag"),
            new(easter.AddDays(-2), "Goede Vrijdag"),
            new(easter.AddDays(1), "Tweede Paasdag"),
            new(Koningsdag(year), "Koningsdag"),
            new(new DateOnly(year, 5, 5), "Bevrijdingsdag"),
            new(easter.AddDays(39), "Hemelvaartsdag"),
            new(easter.AddDays(50), "Tweede Pinksterdag"),
            new(new DateOnly(year, 12, 25), "Eerste Kerstdag"),
            new(new DateOnly(year, 12, 26), "Tweede Kerstdag"),
        ];
        return [.. holidays.OrderBy(holiday => holiday.Day)];
    }

    /// <summary>Whether the law names this day a holiday. Easter Sunday and Whit Sunday are Sundays, not listed.</summary>
    public static bool Includes(DateOnly day) => Of(day.Year).Any(holiday => holiday.Day == day);

    // The birthday is celebrated on the day before when the 27th is a Sunday.
    private static DateOnly Koningsdag(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    // The Gregorian computus in the form of Meeus, Jones and Butcher; the names are those of the calendar literature.
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var (leapYears, yearRest) = Math.DivRem(yearOfCentury, 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - moonCorrection + 15) % 30;
        var toSunday = (32 + (2 * centuryRest) + (2 * leapYears) - epact - yearRest) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var (month, dayBefore) = Math.DivRem(epact + toSunday - (7 * late) + 114, 31);
        return new DateOnly(year, month, dayBefore + 1);
    }
}

/// <summary>A day on which the law does not let a term end, with its Dutch name.</summary>
public sealed record Holiday(DateOnly Day, string Name);
