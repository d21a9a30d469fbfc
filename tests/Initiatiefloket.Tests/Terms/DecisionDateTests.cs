using System.Text.Json;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Tests.Terms;

/// <summary>
/// The decision date of the law by table. All terms are eight weeks; a request is written as "asked/recover by/completed". The days in the
/// comments are counted by hand, beside the code.
/// </summary>
public sealed class DecisionDateTests
{
    private static readonly Term EightWeeks = Term.Parse("8 weken");

    [Theory]
    [InlineData("2026-02-05", "2026-04-02")] // the Thursday before Easter
    [InlineData("2026-02-06", "2026-04-07")] // Good Friday
    [InlineData("2026-02-07", "2026-04-07")] // Saturday
    [InlineData("2026-02-08", "2026-04-07")] // Easter Sunday
    [InlineData("2026-02-09", "2026-04-07")] // Easter Monday
    [InlineData("2026-02-10", "2026-04-07")]
    [InlineData("2027-01-29", "2027-03-30")] // Good Friday of the year in which summer time begins on Easter Sunday
    [InlineData("2028-03-02", "2028-05-01")] // Koningsdag on Thursday, the equated Friday, the weekend
    [InlineData("2026-03-10", "2026-05-06")] // Bevrijdingsdag
    [InlineData("2027-03-10", "2027-05-10")] // Bevrijdingsdag, Hemelvaartsdag, the equated Friday, the weekend
    [InlineData("2026-03-19", "2026-05-18")] // Hemelvaartsdag, the equated Friday, the weekend
    [InlineData("2027-03-12", "2027-05-10")] // the equated Friday itself
    [InlineData("2026-03-30", "2026-05-26")] // Whit Monday
    [InlineData("2026-11-05", "2026-12-31")] // New Year's Eve is a day like any other
    [InlineData("2026-11-06", "2027-01-04")] // New Year's Day on Friday
    [InlineData("2025-11-07", "2026-01-05")] // 2 January, equated
    [InlineData("2026-10-31", "2026-12-28")] // Christmas on Friday and Saturday
    [InlineData("2026-10-29", "2026-12-24")] // closed at noon by the town hall's own wish: no holiday of the law
    [InlineData("2023-12-29", "2024-02-23")]
    [InlineData("2024-01-04", "2024-02-29")] // a leap day
    public void DecideBy_NoRequests_MovesOffDaysOfRest(string received, string expected) =>
        Assert.Equal(Days.Of(expected), Clock(received, "").DecideBy(Days.Calendar));

    [Theory]
    [InlineData("2026-02-16", "2026-03-23/2026-04-07/2026-03-30", "2026-04-20")] // 6 days, over the start of summer time, to a Sunday
    [InlineData("2026-02-16", "2026-03-23/2026-04-07/", "2026-04-28")] // unused, over Easter: 15 days
    [InlineData("2026-10-05", "2026-10-20/2026-11-03/2026-10-27", "2026-12-07")] // 6 days, over the end of summer time, to a Sunday
    [InlineData("2026-10-05", "2026-10-20/2026-11-03/2026-10-20", "2026-11-30")] // completed the same day
    [InlineData("2026-10-26", "2026-11-10/2026-11-24/2026-11-16", "2026-12-28")] // 5 days to the second day of Christmas
    [InlineData("2026-03-02", "2026-04-10/2026-04-24/2026-04-19", "2026-05-06")] // from Koningsdag 8 days to Bevrijdingsdag
    [InlineData("2026-03-02", "2026-04-10/2026-04-24/", "2026-05-11")] // 14 days
    [InlineData("2026-03-02", "2026-04-10/2026-04-24/2026-05-11", "2026-05-11")] // a late answer changes nothing
    [InlineData("2026-09-01", "2026-09-10/2026-09-24/2026-09-14 2026-09-20/2026-10-05/2026-09-24 2026-10-10/2026-10-26/2026-10-15", "2026-11-06")] // 3 + 3 + 4
    [InlineData("2026-09-01", "2026-09-10/2026-09-24/2026-09-14 2026-09-20/2026-10-05/ 2026-10-10/2026-10-26/2026-11-02", "2026-11-30")] // 3 + 15 + 16, unused and late
    [InlineData("2026-09-01", "2026-09-10/2026-09-24/ 2026-09-25/2026-10-09/", "2026-11-24")] // 14 + 14, one after the other
    [InlineData("2026-11-02", "2026-11-16/2026-11-30/2026-11-19 2026-12-14/2026-12-28/2026-12-16", "2026-12-31")] // 2 + 1
    public void DecideBy_Requests_StandStillBetweenAskingAndCompleting(string received, string requests, string expected) =>
        Assert.Equal(Days.Of(expected), Clock(received, requests).DecideBy(Days.Calendar));

    /// <summary>Received on Saturday 6 June: eight weeks end on Saturday 1 August, which the law makes Monday the 3rd.</summary>
    [Theory]
    [InlineData("2026-07-31/2026-08-14/2026-08-04", "2026-08-04")] // one day was left: Tuesday
    [InlineData("2026-08-01/2026-08-15/2026-08-04", "2026-08-05")] // Sunday and Monday were left
    [InlineData("2026-08-02/2026-08-16/2026-08-08", "2026-08-10")] // Monday was left, now a Saturday
    [InlineData("2026-08-03/2026-08-17/2026-08-08", "2026-08-07")] // nothing was left: it ends when it runs again, not before
    public void DecideBy_RequestInDaysThatTheLawAdded_KeepsThoseDays(string request, string expected) =>
        Assert.Equal(Days.Of(expected), Clock("2026-06-06", request).DecideBy(Days.Calendar));

    [Theory]
    [InlineData("2026-06-02", "", "2026-07-20", "2026-08-11")]
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/2026-06-15", "2026-07-20", "2026-08-17")] // 4 days to a Saturday, Monday, two weeks
    [InlineData("2026-06-02", "2026-07-20/2026-08-03/2026-07-25", "2026-07-22", "2026-08-17")] // told while the clock stood still
    [InlineData("2026-06-02", "2026-07-20/2026-08-03/", "2026-07-22", "2026-08-25")] // never answered: 14 days
    [InlineData("2026-06-02", "2026-07-22/2026-08-05/2026-07-27", "2026-07-20", "2026-08-15")] // asked after the message: the named day and 4 days, a Saturday
    [InlineData("2026-06-02", "2026-08-05/2026-08-19/2026-08-10", "2026-07-28", "2026-08-15")] // asked in the time won: the same
    [InlineData("2026-06-02", "2026-06-10/2026-06-24/2026-06-15 2026-07-22/2026-08-05/2026-07-27", "2026-07-20", "2026-08-21")] // one before, one after
    [InlineData("2026-02-07", "", "2026-04-07", "2026-04-21")] // from the day after Easter
    [InlineData("2026-02-16", "", "2026-04-13", "2026-04-27")] // Koningsdag: the municipality named the day itself
    [InlineData("2026-06-06", "2026-08-12/2026-08-26/", "2026-08-03", "2026-08-31")] // 17 August and 14 days
    public void DecideBy_ExtendedByTwoWeeks_CountsFromTheEndByLaw(string received, string requests, string toldOn, string expected)
    {
        var told = Days.Of(toldOn);
        var clock = Requests(requests).Where(request => request.AskedOn <= told).Aggregate(Clock(received, ""), Ask);
        clock = Changed(clock.Extend(told, Term.Parse("2 weken"), Days.Calendar));
        clock = Requests(requests).Where(request => request.AskedOn > told).Aggregate(clock, Ask);

        Assert.Equal(Days.Of(expected), clock.DecideBy(Days.Calendar));
    }

    [Theory]
    [InlineData("2026-07-22", 20)]
    [InlineData("2026-07-26", 20)] // stands still
    [InlineData("2026-07-27", 19)]
    [InlineData("2026-08-15", 0)]
    [InlineData("2026-08-16", -1)]
    public void DaysLeft_RequestAfterTheExtension_StandsStill(string today, int expected)
    {
        var clock = Changed(Clock("2026-06-02", "").Extend(Days.Of("2026-07-20"), Term.Parse("2 weken"), Days.Calendar));

        Assert.Equal(expected, Ask(clock, Requests("2026-07-22/2026-08-05/2026-07-27").Single()).DaysLeft(Days.Of(today), Days.Calendar));
    }

    [Theory]
    [InlineData("2026-08-03", 0)]
    [InlineData("2026-08-05", 0)] // stands still
    [InlineData("2026-08-07", 0)]
    [InlineData("2026-08-08", -1)]
    public void DaysLeft_AskedOnTheDayToWhichTheLawMovedTheEnd_IsNotTooLateWhileItStandsStill(string today, int expected) =>
        Assert.Equal(expected, Clock("2026-06-06", "2026-08-03/2026-08-17/2026-08-08").DaysLeft(Days.Of(today), Days.Calendar));

    [Fact]
    public void DecideBy_ExtensionStoredWithoutItsDay_CountsAsBefore()
    {
        const string stored = """
            {"ReceivedOn":"2026-06-02","DecisionTerm":"8 weken","Extension":"2 weken",
             "Suspensions":[{"AskedOn":"2026-07-22","RecoverBy":"2026-08-05","CompletedOn":"2026-07-27"}]}
            """;

        Assert.Equal(Days.Of("2026-08-17"), JsonSerializer.Deserialize<LegalClock>(stored)!.DecideBy(Days.Calendar));
    }

    private static LegalClock Clock(string received, string requests) =>
        Requests(requests).Aggregate(LegalClock.Start(Days.Of(received), EightWeeks), Ask);

    private static IEnumerable<Suspension> Requests(string requests) =>
        from request in requests.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let days = request.Split('/')
        select new Suspension(Days.Of(days[0]), Days.Of(days[1]), days[2].Length == 0 ? null : Days.Of(days[2]));

    private static LegalClock Ask(LegalClock clock, Suspension request)
    {
        var asked = Changed(clock.Suspend(request.AskedOn, request.RecoverBy, Days.Calendar));
        return request.CompletedOn is { } completedOn ? Changed(asked.Resume(completedOn)) : asked;
    }

    private static LegalClock Changed(ClockChange change) => Assert.IsType<ClockChange.Changed>(change).Clock;
}
