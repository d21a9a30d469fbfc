using Initiatiefloket.Council.Digests;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Council;

public sealed class DigestScheduleTests
{
    private static readonly Initiatiefloket.Policies.Council InRecess =
        Cases.Policy.Council with { Recesses = [new Recess("Voorjaarsreces", new DateOnly(2026, 3, 7), new DateOnly(2026, 3, 15))] };

    // Monday 2 March 2026, ten in the morning in town.
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));

    public static TheoryData<DigestFrequency, string?> Moments => new()
    {
        { DigestFrequency.Never, null },
        { DigestFrequency.AtOnce, "2026-03-02T10:00+01:00" },
        { DigestFrequency.Day, "2026-03-01T19:00+01:00" },
        { DigestFrequency.Week, "2026-02-27T19:00+01:00" },
        { DigestFrequency.Month, "2026-03-01T19:00+01:00" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void LatestMoment_Frequency_IsTheLastOneSoFar(DigestFrequency every, string? moment) => Assert.Equal(
        moment is null ? null : DateTimeOffset.Parse(moment, TimeInWords.Culture), DigestSchedule.LatestMoment(WishOf(every), Cases.Policy.Council, Monday));

    [Theory]
    [InlineData("2026-03-29", 2, "2026-03-29T03:00+02:00")] // an hour that is left out
    [InlineData("2026-10-25", 2, "2026-10-25T02:00+01:00")] // an hour that comes twice
    [InlineData("2026-03-29", 19, "2026-03-29T19:00+02:00")]
    public void LatestMoment_DayOnWhichTheClockChanges_ComesOnce(string day, int hour, string moment)
    {
        var wish = new DigestWish(new DigestTiming(DigestFrequency.Day, DayOfWeek.Sunday, hour));
        var start = LocalTime.StartOf(IsoDate.Parse(day));

        var moments = Enumerable.Range(0, 25).Select(hours => DigestSchedule.LatestMoment(wish, Cases.Policy.Council, start.AddHours(hours))).Distinct().ToList();

        Assert.Equal(DateTimeOffset.Parse(moment, TimeInWords.Culture), moments[^1]);
        Assert.Equal(2, moments.Count);
    }

    [Fact]
    public void LatestMoment_InRecess_IsThatBeforeUnlessTheMemberWantsItThen()
    {
        var sunday = new DateTimeOffset(2026, 3, 8, 20, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(new DateOnly(2026, 3, 6), LocalTime.DayOf(DigestSchedule.LatestMoment(WishOf(DigestFrequency.Day), InRecess, sunday)!.Value));
        Assert.Equal(new DateOnly(2026, 3, 8), LocalTime.DayOf(DigestSchedule.LatestMoment(WishOf(DigestFrequency.Day) with { AlsoInRecess = true }, InRecess, sunday)!.Value));
        Assert.Null(DigestSchedule.LatestMoment(WishOf(DigestFrequency.AtOnce), InRecess, sunday));
    }

    [Fact]
    public void IsDue_MomentThatWasHandled_IsNotAndALateRunIs()
    {
        var wish = WishOf(DigestFrequency.Week);
        var friday = new DateTimeOffset(2026, 2, 27, 19, 0, 0, TimeSpan.FromHours(1));

        Assert.True(IsDue(new DigestReader(friday.AddHours(-1)) { Wish = wish }, Monday));
        Assert.False(IsDue(new DigestReader(friday) { Wish = wish }, Monday));
        Assert.False(IsDue(new DigestReader(Monday) { Wish = wish }, Monday.AddHours(1)));
    }

    [Fact]
    public void IsDue_Refused_IsTriedAgainOnAnotherDayAtTheHour()
    {
        var refused = new DigestReader(Monday.AddDays(-9)) { Wish = WishOf(DigestFrequency.Week), RefusedOn = new DateOnly(2026, 3, 2) };

        Assert.False(IsDue(refused, Monday));
        Assert.False(IsDue(refused, Monday.AddDays(1)));
        Assert.True(IsDue(refused, Monday.AddDays(1).AddHours(9)));
    }

    [Fact]
    public void Window_InWorkingDays_DoesNotCountThoseOfARecess()
    {
        var days = InRecess.DaysOf(Cases.Policy.WorkingDays);

        Assert.Equal(new DateOnly(2026, 3, 17), new Term(5, TermUnit.WorkingDays).LastDay(new DateOnly(2026, 3, 3), days));
        Assert.Equal(new DateOnly(2026, 3, 10), new Term(5, TermUnit.WorkingDays).LastDay(new DateOnly(2026, 3, 3), Cases.Policy.WorkingDays));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-03-02", null, true)]
    [InlineData("2026-03-03", null, false)]
    [InlineData(null, "2026-03-02", true)]
    [InlineData(null, "2026-03-01", false)]
    public void IsInOfficeOn_Day_GoesByBothEnds(string? from, string? until, bool isInOffice)
    {
        var member = Cases.Policy.Council.Members[0] with { From = from is null ? null : IsoDate.Parse(from), Until = until is null ? null : IsoDate.Parse(until) };

        Assert.Equal(isInOffice, member.IsInOfficeOn(new DateOnly(2026, 3, 2)));
    }

    private static bool IsDue(DigestReader reader, DateTimeOffset now) => DigestSchedule.IsDue(reader, Cases.Policy.Council, now);

    private static DigestWish WishOf(DigestFrequency every) => new(new DigestTiming(every, DayOfWeek.Friday, 19));
}
