using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

public sealed class DutchHolidaysTests
{
    [Theory]
    [InlineData("2026-01-01", "Nieuwjaarsdag")]
    [InlineData("2026-04-03", "Goede Vrijdag")]
    [InlineData("2026-04-06", "Tweede Paasdag")]
    [InlineData("2026-04-27", "Koningsdag")]
    [InlineData("2026-05-05", "Bevrijdingsdag")]
    [InlineData("2026-05-14", "Hemelvaartsdag")]
    [InlineData("2026-05-25", "Tweede Pinksterdag")]
    [InlineData("2026-12-25", "Eerste Kerstdag")]
    [InlineData("2026-12-26", "Tweede Kerstdag")]
    [InlineData("2025-04-26", "Koningsdag")] // the 27th was a Sunday
    [InlineData("2031-04-26", "Koningsdag")]
    [InlineData("2032-04-27", "Koningsdag")]
    public void Of_Year_HoldsTheHoliday(string day, string name) =>
        Assert.Contains(new Holiday(Days.Of(day), name), DutchHolidays.Of(Days.Of(day).Year));

    // Easter Mondays from the tables of the almanac, the earliest and the latest possible among them.
    [Theory]
    [InlineData("2008-03-24")]
    [InlineData("2019-04-22")]
    [InlineData("2024-04-01")]
    [InlineData("2025-04-21")]
    [InlineData("2027-03-29")]
    [InlineData("2028-04-17")]
    [InlineData("2038-04-26")]
    [InlineData("2285-03-23")]
    public void Of_Year_KnowsEaster(string monday) =>
        Assert.Contains(new Holiday(Days.Of(monday), "Tweede Paasdag"), DutchHolidays.Of(Days.Of(monday).Year));

    [Theory]
    [InlineData("2025-04-27")]
    [InlineData("2026-04-26")]
    [InlineData("2026-05-04")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void Includes_OrdinaryDay_IsFalse(string day) => Assert.False(DutchHolidays.Includes(Days.Of(day)));
}
