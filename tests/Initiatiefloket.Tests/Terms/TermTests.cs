using System.Text.Json;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Terms;

public sealed class TermTests
{
    [Theory]
    [InlineData("8 weken", 8, TermUnit.Weeks, "8 weken")]
    [InlineData("1 week", 1, TermUnit.Weeks, "1 week")]
    [InlineData("1 weken", 1, TermUnit.Weeks, "1 week")]
    [InlineData(" 14  Dagen ", 14, TermUnit.Days, "14 dagen")]
    [InlineData("1 dag", 1, TermUnit.Days, "1 dag")]
    [InlineData("5 werkdagen", 5, TermUnit.WorkingDays, "5 werkdagen")]
    [InlineData("90 minuten", 90, TermUnit.Minutes, "90 minuten")]
    [InlineData("20 seconden", 20, TermUnit.Seconds, "20 seconden")]
    public void Parse_WrittenForm_GivesTerm(string text, int amount, TermUnit unit, string dutch)
    {
        var term = Term.Parse(text);

        Assert.Equal(new Term(amount, unit), term);
        Assert.Equal(dutch, term.InWords());
    }

    [Theory]
    [InlineData("20 seconden")]
    [InlineData("90 minuten")]
    [InlineData("1 dag")]
    [InlineData("30 dagen")]
    [InlineData("5 werkdagen")]
    [InlineData("26 weken")]
    public void OverSince_AnyDay_IsTheMomentBeforeWhichTheTermIsOver(string text)
    {
        var term = Term.Parse(text);
        for (var now = Cases.ReceivedAt; now < Cases.ReceivedAt.AddDays(40); now = now.AddHours(13))
        {
            var since = term.OverSince(now, Cases.Policy.WorkingDays);

            Assert.True(term.EndsAt(since.AddTicks(-1), Cases.Policy.WorkingDays) <= now);
            Assert.True(term.EndsAt(since, Cases.Policy.WorkingDays) >= now);
        }
    }

    [Theory]
    [InlineData(null, "geen termijn")]
    [InlineData("", "geen termijn")]
    [InlineData("8", "geen termijn")]
    [InlineData("weken", "geen termijn")]
    [InlineData("acht weken", "geen termijn")]
    [InlineData("-8 weken", "geen termijn")]
    [InlineData("8,5 weken", "geen termijn")]
    [InlineData("0 weken", "van 1 tot en met 9999")]
    [InlineData("10000 dagen", "van 1 tot en met 9999")]
    [InlineData("99999999999 dagen", "geen termijn")]
    [InlineData("8 weeks", "Kies uit: seconden, minuten, dagen, werkdagen, weken")]
    [InlineData("2 maanden", "\"maanden\" is geen eenheid van tijd")]
    public void TryParse_AnythingElse_SaysInDutchWhatToWrite(string? text, string part)
    {
        Assert.False(Term.TryParse(text, out _, out var problem));
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.Equal(problem, Assert.Throws<FormatException>(() => Term.Parse(text)).Message);
    }

    [Fact]
    public void Json_Term_IsItsWrittenForm()
    {
        Assert.Equal("\"8 weken\"", JsonSerializer.Serialize(new Term(8, TermUnit.Weeks)));
        Assert.Equal(new Term(5, TermUnit.WorkingDays), JsonSerializer.Deserialize<Term>("\"5 werkdagen\""));
        Assert.Contains("geen termijn", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Term>("8")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-02", "8 weken", TermOrigin.Town, "2026-04-27")] // Koningsdag: a local term stays
    [InlineData("2026-03-02", "8 weken", TermOrigin.Law, "2026-04-28")]
    [InlineData("2026-03-07", "14 dagen", TermOrigin.Town, "2026-03-21")] // a Saturday
    [InlineData("2026-03-07", "14 dagen", TermOrigin.Law, "2026-03-23")]
    [InlineData("2026-10-30", "8 weken", TermOrigin.Law, "2026-12-28")] // first day of Christmas, the second, Sunday
    [InlineData("2026-05-01", "2 weken", TermOrigin.Law, "2026-05-18")] // the equated Friday after Hemelvaartsdag
    [InlineData("2025-12-22", "8 weken", TermOrigin.Law, "2026-02-16")] // town hall closed: not for the law
    [InlineData("2026-01-03", "13 weken", TermOrigin.Law, "2026-04-04")] // longer than twelve weeks: a Saturday stays
    [InlineData("2026-01-03", "90 dagen", TermOrigin.Law, "2026-04-07")] // Good Friday to after Easter
    [InlineData("2026-01-03", "91 dagen", TermOrigin.Law, "2026-04-04")]
    [InlineData("2025-12-24", "3 dagen", TermOrigin.Law, "2025-12-30")] // at least two working days
    [InlineData("2026-03-05", "1 dag", TermOrigin.Law, "2026-03-06")]
    [InlineData("2026-03-06", "2 dagen", TermOrigin.Law, "2026-03-09")]
    [InlineData("2026-03-02", "5 werkdagen", TermOrigin.Town, "2026-03-09")]
    [InlineData("2026-03-02", "90 minuten", TermOrigin.Town, "2026-03-02")]
    [InlineData("2026-03-07", "90 minuten", TermOrigin.Law, "2026-03-07")]
    public void LastDay_Term_FollowsTheActOnTermsOnlyForTheLaw(string from, string term, TermOrigin origin, string expected) =>
        Assert.Equal(Days.Of(expected), Term.Parse(term).LastDay(Days.Of(from), Days.Calendar, origin));

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "14 dagen", "2026-03-16T23:00:00Z")]
    [InlineData("2026-03-23T10:00:00Z", "1 week", "2026-03-30T22:00:00Z")] // summer time began
    [InlineData("2026-10-20T10:00:00Z", "1 week", "2026-10-27T23:00:00Z")] // and ended
    [InlineData("2026-03-02T23:30:00Z", "1 dag", "2026-03-04T23:00:00Z")] // after midnight in town
    [InlineData("2026-04-02T08:00:00Z", "1 werkdag", "2026-04-07T22:00:00Z")]
    [InlineData("2026-03-28T22:30:00Z", "1 dag", "2026-03-29T22:00:00Z")] // half past eleven, before the short day
    [InlineData("2026-03-28T23:30:00Z", "1 dag", "2026-03-30T22:00:00Z")] // half past midnight, on it
    [InlineData("2026-10-24T21:59:00Z", "1 dag", "2026-10-25T23:00:00Z")] // a minute before the long day
    [InlineData("2026-10-24T22:30:00Z", "1 dag", "2026-10-26T23:00:00Z")] // on it
    [InlineData("2026-10-25T00:45:00Z", "30 minuten", "2026-10-25T01:15:00Z")] // in the hour that comes twice
    [InlineData("2026-03-29T00:59:50Z", "20 seconden", "2026-03-29T01:00:10Z")] // across the leap of the clock
    [InlineData("2026-03-28T23:30:00Z", "90 minuten", "2026-03-29T01:00:00Z")]
    public void EndsAt_Term_IsTheFirstMomentAfterIt(string from, string term, string expected) =>
        Assert.Equal(Days.Moment(expected), Term.Parse(term).EndsAt(Days.Moment(from), Days.Calendar));

    [Theory]
    [InlineData("2026-03-02", "2026-04-13")]
    [InlineData("2026-03-16", "2026-04-28")] // Koningsdag
    [InlineData("2026-02-20", "2026-04-07")] // Good Friday
    [InlineData("2026-11-13", "2026-12-28")] // Christmas
    [InlineData("2026-11-20", "2027-01-04")] // New Year's Day, a Friday
    public void Objection_Announced_EndsSixWeeksFromTheDayAfter(string announced, string expected) =>
        Assert.Equal(Days.Of(expected), Objection.LastDay(Days.Of(announced), Term.Parse("6 weken"), Days.Calendar));
}
