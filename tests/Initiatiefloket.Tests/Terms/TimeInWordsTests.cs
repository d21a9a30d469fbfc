using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

public sealed class TimeInWordsTests
{
    [Fact]
    public void InWords_Day_IsAsInALetter()
    {
        Assert.Equal("3 maart 2026", Days.Of("2026-03-03").InWords());
        Assert.Equal("dinsdag 3 maart 2026", Days.Of("2026-03-03").InWordsWithWeekday());
    }

    [Theory]
    [InlineData("2026-03-03T13:05:59Z", "3 maart 2026, 14:05")]
    [InlineData("2026-07-03T13:05:00Z", "3 juli 2026, 15:05")]
    [InlineData("2026-12-31T23:30:00Z", "1 januari 2027, 00:30")]
    public void InWords_Moment_IsInTheTimeOfTheTown(string moment, string dutch) =>
        Assert.Equal(dutch, Days.Moment(moment).InWords());

    [Theory]
    [InlineData("2026-03-03T23:00:00Z", "dinsdag 3 maart 2026")] // midnight: the day before is the last
    [InlineData("2026-07-03T22:00:00Z", "vrijdag 3 juli 2026")]
    [InlineData("2026-03-28T23:00:00Z", "zaterdag 28 maart 2026")] // the clock goes forward in the night after
    [InlineData("2026-03-29T22:00:00Z", "zondag 29 maart 2026")]
    [InlineData("2026-10-25T23:00:00Z", "zondag 25 oktober 2026")] // and back in this one
    [InlineData("2026-12-31T23:00:00Z", "donderdag 31 december 2026")]
    [InlineData("2026-03-03T00:00:00Z", "dinsdag 3 maart 2026, 01:00:00")] // midnight elsewhere is none here
    [InlineData("2026-03-03T13:05:20Z", "dinsdag 3 maart 2026, 14:05:20")]
    [InlineData("2026-07-03T13:05:20Z", "vrijdag 3 juli 2026, 15:05:20")]
    public void DeadlineInWords_End_IsTheLastDayOrTheTime(string endsAt, string dutch) =>
        Assert.Equal(dutch, Days.Moment(endsAt).DeadlineInWords());

    [Theory]
    [InlineData(-2, "2 dagen te laat")]
    [InlineData(-1, "1 dag te laat")]
    [InlineData(0, "vandaag")]
    [InlineData(1, "nog 1 dag")]
    [InlineData(14, "nog 14 dagen")]
    public void DaysLeft_Count_IsInWords(int days, string words) => Assert.Equal(words, TimeInWords.DaysLeft(days));

    [Fact]
    public void DeadlineInWords_EndOfATermInDays_NamesItsLastDay()
    {
        for (var day = Days.Of("2026-01-01"); day.Year == 2026; day = day.AddDays(1))
        {
            var endsAt = new Term(14, TermUnit.Days).EndsAt(LocalTime.StartOf(day).AddHours(9), Days.Calendar);

            Assert.Equal(day.AddDays(14).InWordsWithWeekday(), endsAt.DeadlineInWords());
        }
    }
}
