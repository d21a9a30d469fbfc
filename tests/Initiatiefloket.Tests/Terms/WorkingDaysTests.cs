namespace Initiatiefloket.Tests.Terms;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-03-02", 5, "2026-03-09")]
    [InlineData("2026-03-06", 1, "2026-03-09")] // Friday to Monday
    [InlineData("2026-03-07", 1, "2026-03-09")] // from a Saturday
    [InlineData("2026-04-02", 1, "2026-04-07")] // over Easter
    [InlineData("2026-04-24", 5, "2026-05-04")] // over Koningsdag
    [InlineData("2026-05-13", 1, "2026-05-18")] // Hemelvaartsdag and the equated Friday
    [InlineData("2026-12-23", 1, "2026-12-28")] // town hall closed, Christmas, Sunday
    [InlineData("2025-12-31", 1, "2026-01-05")] // New Year and the equated Friday
    [InlineData("2026-03-07", 0, "2026-03-07")]
    public void Add_Days_SkipsWhatIsNotAWorkingDay(string from, int count, string expected) =>
        Assert.Equal(Days.Of(expected), Days.Calendar.Add(Days.Of(from), count));

    [Fact]
    public void Add_NegativeCount_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Days.Calendar.Add(Days.Of("2026-03-02"), -1));

    [Fact]
    public void IsWorkingDay_TownHallClosed_IsFalseButNotForTheLaw()
    {
        var carnivalMonday = Days.Of("2026-02-16");

        Assert.False(Days.Calendar.IsWorkingDay(carnivalMonday));
        Assert.True(Days.Calendar.IsWorkingDayOfLaw(carnivalMonday));
    }

    [Fact]
    public void IsWorkingDay_EquatedByTheCrown_IsFalseForBoth()
    {
        var dayAfterAscension = Days.Of("2026-05-15");

        Assert.False(Days.Calendar.IsWorkingDay(dayAfterAscension));
        Assert.False(Days.Calendar.IsWorkingDayOfLaw(dayAfterAscension));
    }
}
