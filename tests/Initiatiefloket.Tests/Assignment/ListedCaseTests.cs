using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Assignment;

public sealed class ListedCaseTests
{
    private static readonly Actor Other = Actor.Reviewer("jeugd");

    [Fact]
    public void EndFor_Member_IsNotOverUntilTheCaseIsClosed()
    {
        Assert.Null(ListedCase.EndFor(Cases.InReview, Cases.Reviewer));
        Assert.Null(ListedCase.EndFor(Cases.CouncilWindow, Cases.Reviewer));
        Assert.IsType<CaseOver.Closed>(ListedCase.EndFor(Cases.In(InitiativeState.Rejected), Cases.Reviewer));
    }

    [Theory]
    [InlineData(HandOverReason.Conflict)]
    [InlineData(HandOverReason.Absence)]
    [InlineData(HandOverReason.Coordinator)]
    public void EndFor_WhoGaveThePlaceAway_IsOver(HandOverReason why)
    {
        var given = Given(why);

        Assert.Equal(given.Panel.HandOvers[0], Assert.IsType<CaseOver.HandedOver>(ListedCase.EndFor(given, Cases.Reviewer)).Change);
        Assert.Null(ListedCase.EndFor(given, Other));
        Assert.Null(ListedCase.EndFor(given, Actor.Coordinator));
        Assert.Equal(why != HandOverReason.Conflict, given.MaySeeCase(Cases.Reviewer));
    }

    [Fact]
    public void EndFor_WhoVotedBeforeTheyWereInvolved_IsOverAndCannotBeOpened()
    {
        var second = Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask)) with { Round = 2 };
        var given = second.HandOver(new HandOver(2, Cases.Reviewer, Other, HandOverReason.Conflict, Cases.AskedAt, Cases.Reviewer))!;

        Assert.Null(ListedCase.EndFor(second, Cases.Reviewer));
        Assert.IsType<CaseOver.HandedOver>(ListedCase.EndFor(given, Cases.Reviewer));
        Assert.False(ListedCase.MayOpen(given, Cases.Reviewer));
        Assert.True(ListedCase.MayOpen(given, Other));
    }

    [Fact]
    public void EndFor_WhoWasSilent_IsNotOverAsLongAsTheyMayDecide()
    {
        var given = Given(HandOverReason.Silence);

        Assert.Null(ListedCase.EndFor(given, Cases.Reviewer));
        Assert.False(ListedCase.Awaits(given, Cases.Reviewer));
        Assert.IsType<CaseOver.HandedOver>(ListedCase.EndFor(given.Vote(Cases.VerdictOf(VerdictKind.Approve) with { By = Other })!, Cases.Reviewer));
    }

    [Fact]
    public void Awaits_Member_UntilTheyVoted()
    {
        Assert.True(ListedCase.Awaits(Cases.InReview, Cases.Reviewer));
        Assert.False(ListedCase.Awaits(Cases.InReview, Other));
        Assert.False(ListedCase.Awaits(Cases.InReview, Actor.Coordinator));
        Assert.False(ListedCase.Awaits(Cases.InReview.Vote(Cases.VerdictOf(VerdictKind.Approve))!, Cases.Reviewer));
    }

    private static Initiative Given(HandOverReason why) =>
        Cases.InReview.HandOver(new HandOver(1, Cases.Reviewer, Other, why, Cases.ReceivedAt, Cases.Reviewer))!;
}
