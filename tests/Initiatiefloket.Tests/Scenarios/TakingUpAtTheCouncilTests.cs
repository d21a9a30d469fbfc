using Initiatiefloket.Budget;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A decision of the council that was not recorded in time keeps its money, and is recorded later.</summary>
public sealed class TakingUpAtTheCouncilTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private Town Town => fixture.Town;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task CouncilDecision_ThatWasNeverRecorded_KeepsTheMoneyAndIsRecordedLaterForLess()
    {
        var id = await fixture.InCouncilWindowAsync("raad vergat het");
        await Town.FollowAsync(Townspeople.Henk, "raad vergat het", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Town.FollowAsync(Townspeople.Fatma, "raad vergat het", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Cases.ReachAsync(id, InitiativeState.CouncilDecides);
        await Cases.MailedAsync(id, "council-asked");

        // Longer than twelve times ten working days can last.
        fixture.Clock.Advance(TimeSpan.FromDays(190));
        await Cases.MailedAsync(id, "left-to-desk-coordinator");
        var reserved = (await Cases.ClaimAsync(id))!;
        Assert.Equal(ClaimState.Reserved, reserved.State);

        await TakingUpTests.TakeUpAsync(fixture, id);
        await Cases.MailedAsync(id, "council-asked-1");
        var less = reserved.Allocation!.Total - Euro.Whole(500);
        var recorded = await Town.FollowAsync(
            Townspeople.Coordinator,
            $"({id})",
            "Leg het besluit vast",
            [
                ("besluit", "toekennen"), ("bedrag", less.ToString()), ("redenen", "Het kan iets zuiniger."), ("stemming", "zonder"),
                .. DayFields(LocalTime.DayOf(fixture.Clock.GetUtcNow())),
            ]);

        Assert.Contains("De raad heeft toegekend", recorded.Text, StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal(less, (await Cases.ClaimBecomesAsync(id, ClaimState.Granted)).Allocation!.Total);
    }

    private static (string Field, string Value)[] DayFields(DateOnly day) =>
        [("datum.day", $"{day.Day}"), ("datum.month", $"{day.Month}"), ("datum.year", $"{day.Year}")];
}
