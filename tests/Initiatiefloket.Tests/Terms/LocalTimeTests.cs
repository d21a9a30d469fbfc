using System.Globalization;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("2026-01-10T22:59:59Z", "2026-01-10")]
    [InlineData("2026-01-10T23:00:00Z", "2026-01-11")]
    [InlineData("2026-07-10T21:59:59Z", "2026-07-10")]
    [InlineData("2026-07-10T22:00:00Z", "2026-07-11")]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")] // the night in which the clock goes forward begins in winter time
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")] // and that day ends in summer time
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T21:59:59Z", "2026-10-24")] // the night in which it goes back begins in summer time
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25")] // half past two, for the first time
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25")] // and for the second
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")] // and that day ends in winter time
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void DayOf_MomentInUtc_IsTheDayInTown(string moment, string day) =>
        Assert.Equal(Days.Of(day), LocalTime.DayOf(Days.Moment(moment)));

    [Theory]
    [InlineData("2026-01-10", "2026-01-09T23:00:00Z")]
    [InlineData("2026-07-10", "2026-07-09T22:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")] // the clock goes forward during this day
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")] // and back during this one
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void StartOf_Day_IsMidnightInTown(string day, string moment) =>
        Assert.Equal(Days.Moment(moment), LocalTime.StartOf(Days.Of(day)));

    [Fact]
    public void StartOf_EachDayOfAYear_IsOnThatDayAndTheMomentBeforeIsNot()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            Assert.Equal(day, LocalTime.DayOf(LocalTime.StartOf(day)));
            Assert.Equal(day.AddDays(-1), LocalTime.DayOf(LocalTime.StartOf(day).AddTicks(-1)));
        }
    }

    [Theory]
    [InlineData("2026-07-06T04:58:59Z", null)]
    [InlineData("2026-07-06T04:59:00Z", "2026-07-06")] // a timer that fires a minute early, in summer
    [InlineData("2026-01-05T05:00:00Z", null)]
    [InlineData("2026-01-05T06:00:00Z", "2026-01-05")]
    [InlineData("2026-07-06T21:59:00Z", null)] // a minute before the next day
    public void MorningOf_AMoment_IsTheDayOnceItIsSevenInTown(string moment, string? day) =>
        Assert.Equal(day is null ? null : Days.Of(day), LocalTime.MorningOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
}
