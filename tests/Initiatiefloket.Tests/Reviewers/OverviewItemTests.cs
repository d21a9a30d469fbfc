using Initiatiefloket.Initiatives;
using Initiatiefloket.Reviewers;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Reviewers;

public sealed class OverviewItemTests
{
    private static readonly Actor Other = Actor.Reviewer("jeugd");
    private static readonly DateOnly Today = new(2026, 3, 16);

    public static TheoryData<InitiativeState, string> Awaited { get; } = new()
    {
        { InitiativeState.WaitingForApplicant, "de aanvrager, sinds 10 maart 2026" },
        { InitiativeState.WaitingList, "geld in de pot" },
        { InitiativeState.CouncilWindow, "de raadsleden die meekijken" },
        { InitiativeState.CouncilDecides, "het besluit van de gemeenteraad" },
    };

    [Theory]
    [InlineData(RoundKind.Review, "uw besluit")]
    [InlineData(RoundKind.Conversation, "uw besluit, na overleg met uw collega's")]
    [InlineData(RoundKind.Arbitration, "uw besluit: de professionals zijn het niet eens")]
    public void Of_ACaseThatWaitsForThem_SaysSo(RoundKind kind, string expected)
    {
        var item = ItemOf(Cases.InReview with { Panel = Cases.InReview.Panel with { Kind = kind } }, Cases.Reviewer);

        Assert.True(item.IsYours);
        Assert.Equal(expected, item.WaitsFor);
    }

    [Fact]
    public void Of_ACaseThatWaitsForAColleague_NamesThem()
    {
        var item = ItemOf(Cases.InReview with { Panel = Cases.InReview.Panel with { Seats = [Other] } }, Actor.Coordinator);

        Assert.Equal((false, "Youssef Amrani"), (item.IsYours, item.WaitsFor));
    }

    [Theory]
    [MemberData(nameof(Awaited))]
    public void Of_ACaseThatWaitsForOthers_NamesThem(InitiativeState state, string expected) =>
        Assert.Equal(expected, ItemOf(Cases.In(state), Cases.Reviewer).WaitsFor);

    [Fact]
    public void DecideBy_OfACase_SaysHowManyDaysAreLeftAndWhetherItStandsStill()
    {
        Assert.Equal("dinsdag 28 april 2026 (nog 43 dagen)", ItemOf(Cases.InReview, Cases.Reviewer).DecideBy);
        Assert.EndsWith("(1 dag te laat)", OverviewItem.Of(Cases.InReview, Cases.Reviewer, Cases.Policy, new DateOnly(2026, 4, 29)).DecideBy, StringComparison.Ordinal);
        Assert.EndsWith("; de termijn staat nu stil", ItemOf(Cases.Questioned, Cases.Reviewer).DecideBy, StringComparison.Ordinal);
    }

    private static OverviewItem ItemOf(Initiative initiative, Actor person) => OverviewItem.Of(initiative, person, Cases.Policy, Today);
}
