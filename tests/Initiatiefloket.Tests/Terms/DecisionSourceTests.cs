using System.Text.Json;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Terms;

/// <summary>Eight weeks of the law and of an ordinance, by table.</summary>
public sealed class DecisionSourceTests
{
    private static readonly Term TwoWeeks = Term.Parse("2 weken");

    [Theory]
    [InlineData("2026-06-02", "2026-07-28", "2026-07-28", "2026-07-28")]
    [InlineData("2026-06-06", "2026-08-01", "2026-08-03", "2026-08-03")] // Saturday
    [InlineData("2026-11-06", "2027-01-01", "2027-01-04", "2027-01-04")] // New Year's Day, Friday
    [InlineData("2026-02-06", "2026-04-03", "2026-04-07", "2026-04-07")] // Good Friday
    public void DecideBy_SetByAnOrdinance_MovesOnlyWhenTheOrdinanceSaysSo(string received, string ordinance, string withTermijnenwet, string law)
    {
        var source = OrdinanceClocks.Source(ExtensionBasis.ToldOnly);
        DateOnly[] ends =
        [
            EndOf(received, source),
            EndOf(received, source with { AppliesTermijnenwet = true }),
            EndOf(received, DecisionSource.ByLaw),
        ];

        Assert.Equal([Days.Of(ordinance), Days.Of(withTermijnenwet), Days.Of(law)], ends);
    }

    [Theory]
    [InlineData(ExtensionBasis.ToldOnly, "2026-08-01", "2026-08-15")] // told, from Saturday on
    [InlineData(ExtensionBasis.Ordinance, "2026-08-15", null)]
    public void Extend_SetByAnOrdinance_MovesTheEndOnlyWhenTheOrdinanceLetsIt(ExtensionBasis basis, string decideBy, string? told)
    {
        var clock = Changed(OrdinanceClocks.Of("2026-06-06", basis).Extend(Days.Of("2026-07-20"), TwoWeeks, Days.Calendar));

        Assert.Equal((Days.Of(decideBy), told), (clock.DecideBy(Days.Calendar), clock.ToldDay(Days.Calendar)?.ToIso()));
        Assert.Equal(Days.Of("2026-08-15"), clock.AnnouncedDay(Days.Calendar));
        Assert.IsType<ClockChange.Refused>(clock.Extend(Days.Of("2026-07-21"), TwoWeeks, Days.Calendar));
    }

    [Fact]
    public void ToldDay_RequestAfterTheMessage_ShiftsBothDays()
    {
        var clock = Changed(OrdinanceClocks.Of("2026-06-02", ExtensionBasis.ToldOnly).Extend(Days.Of("2026-07-01"), TwoWeeks, Days.Calendar));
        clock = Changed(Changed(clock.Suspend(Days.Of("2026-07-10"), Days.Of("2026-07-24"), Days.Calendar)).Resume(Days.Of("2026-07-15")));

        Assert.Equal((Days.Of("2026-08-01"), Days.Of("2026-08-15")), (clock.DecideBy(Days.Calendar), clock.ToldDay(Days.Calendar)));
    }

    [Fact]
    public void Notice_AfterADateThatWasOnlyTold_SetsOffThePenaltyFromTheOriginalDate()
    {
        var clock = Changed(OrdinanceClocks.Of("2026-03-02", ExtensionBasis.ToldOnly).Extend(Days.Of("2026-04-20"), TwoWeeks, Days.Calendar));
        var late = Cases.InReview with { Clock = clock, DefaultNoticeOn = Days.Of("2026-04-28") };

        var deadline = Deadline.Of(late, Cases.Policy, Days.Of("2026-04-29"));

        Assert.Equal((Days.Of("2026-04-27"), Days.Of("2026-05-11"), true), (deadline.DecideBy, deadline.ToldDay, deadline.IsTooLate));
        Assert.Equal(Days.Of("2026-05-13"), deadline.Penalty!.FirstDay);
    }

    [Fact]
    public void Json_ClockOfAnOrdinance_ComesBackAsItWas()
    {
        var clock = OrdinanceClocks.Of("2026-06-06", ExtensionBasis.ToldOnly);

        var stored = JsonSerializer.Deserialize<LegalClock>(JsonSerializer.Serialize(clock, StoredJson.Options), StoredJson.Options)!;

        Assert.Equal((clock.Source, clock.DecideBy(Days.Calendar)), (stored.Source, stored.DecideBy(Days.Calendar)));
    }

    [Fact]
    public void Json_ClockOfBeforeTheSourceWasNoted_IsOfTheLaw()
    {
        const string stored = """{"receivedOn":"2026-06-06","decisionTerm":"8 weken","suspensions":[{"askedOn":"2026-06-10","recoverBy":"2026-06-24"}]}""";

        var clock = JsonSerializer.Deserialize<LegalClock>(stored, StoredJson.Options)!;

        Assert.Equal((DecisionSource.ByLaw, SuspensionBasis.Request), (clock.Source, clock.Suspensions[0].Basis));
    }

    private static DateOnly EndOf(string received, DecisionSource source) =>
        LegalClock.Start(Days.Of(received), Term.Parse("8 weken"), source).DecideBy(Days.Calendar);

    private static LegalClock Changed(ClockChange change) => Assert.IsType<ClockChange.Changed>(change).Clock;
}
