namespace Initiatiefloket.Terms;

/// <summary>Which days count as working days. Plain data, so that it may travel in the input of a workflow.</summary>
/// <param name="EquatedDays">Days that the Crown equates with a holiday (Algemene termijnenwet 3, third paragraph).</param>
/// <param name="TownClosedDays">Days on which the town hall is closed. They do not move a term of law, only local ones.</param>
public sealed record WorkingDays(IReadOnlyList<DateOnly> EquatedDays, IReadOnlyList<DateOnly> TownClosedDays)
{
    /// <summary>Weekends and the holidays of the law only.</summary>
    public static WorkingDays OfLaw { get; } = new([], []);

    /// <summary>Whether the town hall works on this day: what the terms of the ordinance count.</summary>
    public bool IsWorkingDay(DateOnly day) => IsWorkingDayOfLaw(day) && !TownClosedDays.Contains(day);

    /// <summary>Whether a term of law may end on this day: not a Saturday, Sunday, holiday or equated day (Algemene termijnenwet 1).</summary>
    public bool IsWorkingDayOfLaw(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !DutchHolidays.Includes(day)
        && !EquatedDays.Contains(day);

    /// <summary>The N-th working day after the given day, which itself does not count. Zero gives the day itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                workingDays--;
            }
        }

        return day;
    }

    /// <summary>
    /// Where a term of law really ends: not on a Saturday, Sunday or holiday (Algemene termijnenwet 1), and a term of at least three
    /// days holds at least two working days (Algemene termijnenwet 2).
    /// </summary>
    /// <param name="from">The day before the first day of the term.</param>
    /// <param name="lastDay">The last day by plain counting.</param>
    public DateOnly RollLastDay(DateOnly from, DateOnly lastDay)
    {
        var isLongEnoughForTwo = lastDay.DayNumber - from.DayNumber >= 3;
        while (!IsWorkingDayOfLaw(lastDay) || (isLongEnoughForTwo && !HoldsTwoWorkingDays(from, lastDay)))
        {
            lastDay = lastDay.AddDays(1);
        }

        return lastDay;
    }

    private bool HoldsTwoWorkingDays(DateOnly from, DateOnly lastDay)
    {
        var found = 0;
        for (var day = lastDay; day > from && found < 2; day = day.AddDays(-1))
        {
            found += IsWorkingDayOfLaw(day) ? 1 : 0;
        }

        return found == 2;
    }
}
