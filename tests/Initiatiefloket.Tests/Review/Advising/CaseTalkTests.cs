using Initiatiefloket.Initiatives;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Review.Advising;

public sealed class CaseTalkTests
{
    private static readonly Actor Other = Actor.Reviewer("jeugd");
    private static readonly Actor Third = Actor.Reviewer("werk");

    private static readonly CaseTalk Talk = new(
        [new Note(Cases.Reviewer, Cases.AskedAt, "Ik twijfel."), new Note(Other, Cases.AskedAt, "Ik niet.")],
        [new Advice(1, Cases.Reviewer, Actor.Reviewer("zorg"), "Past dit?", Cases.AskedAt), new Advice(2, Other, Actor.Reviewer("werk"), "En dit?", Cases.AskedAt)]);

    private static readonly Panel Sealed = new() { Seats = [Cases.Reviewer, Other], IsSealed = true };

    private static readonly Advice Asked = new(1, Cases.Reviewer, Actor.Reviewer("zorg"), "Past dit?", Cases.AskedAt);

    [Fact]
    public void SeenBy_MemberOfASealedPanel_OnlyWhatIsTheirs()
    {
        var seen = Talk.SeenBy(Other, Cases.InReview with { Panel = Sealed });

        Assert.Equal("Ik niet.", Assert.Single(seen.Notes).Text);
        Assert.Equal(2, Assert.Single(seen.Advices).Number);
    }

    [Fact]
    public void SeenBy_WhoTookAPlace_WhatWasAskedFromThatPlace()
    {
        var taken = Sealed with { Seats = [Actor.Reviewer("werk"), Other], HandOvers = [Change(Cases.Reviewer, Actor.Reviewer("zorg")), Change(Actor.Reviewer("zorg"), Actor.Reviewer("werk"))] };

        var seen = Talk.SeenBy(Actor.Reviewer("werk"), Cases.InReview with { Panel = taken });

        Assert.Empty(seen.Notes);
        Assert.Equal(1, Assert.Single(seen.Advices).Number);
        Assert.Equal(2, Assert.Single(Talk.SeenBy(Other, Cases.InReview with { Panel = taken }).Advices).Number);
    }

    [Fact]
    public void SeenBy_TheCoordinator_Everything() =>
        Assert.Equal(2, Talk.SeenBy(Actor.Coordinator, Cases.InReview with { Panel = Sealed }).Notes.Count);

    [Fact]
    public void SeenBy_MemberOfAnOpenPanel_Everything() =>
        Assert.Same(Talk, Talk.SeenBy(Other, Cases.InReview with { Panel = Sealed with { IsSealed = false } }));

    [Fact]
    public void SeenBy_AfterTheVerdict_Everything() => Assert.Same(Talk, Talk.SeenBy(Other, Cases.Approved with { Panel = Sealed }));

    [Fact]
    public void SeenBy_TheOnlyMember_Everything() => Assert.Same(Talk, Talk.SeenBy(Cases.Reviewer, Cases.InReview));

    [Fact]
    public void ReadersIn_AskerHasTheirPlace_IsTheAsker() => Assert.Equal([Cases.Reviewer], ReadersIn(Sealed));

    [Fact]
    public void ReadersIn_AskerGaveThePlaceAway_IsWhoHasItNow() =>
        Assert.Equal([Third], ReadersIn(Sealed.With(GivenBy(Cases.Reviewer, HandOverReason.Absence))!));

    [Fact]
    public void ReadersIn_AskerWasSilent_AreBothAsLongAsBothMayDecide()
    {
        var silent = Sealed.With(GivenBy(Cases.Reviewer, HandOverReason.Silence))!;

        Assert.Equal([Cases.Reviewer, Third], ReadersIn(silent));
        Assert.Equal([Third], ReadersIn(silent with { Votes = [Cases.VerdictOf(VerdictKind.Approve) with { By = Third }] }));
    }

    [Fact]
    public void ReadersIn_AskerIsInvolved_AreThoseWhoDecide() =>
        Assert.Equal([Third, Other], ReadersIn(Sealed.With(GivenBy(Cases.Reviewer, HandOverReason.Conflict))!));

    [Fact]
    public void ReadersIn_AdviserTookThePlace_IsNobody() =>
        Assert.Empty(ReadersIn(Sealed.With(GivenBy(Cases.Reviewer, HandOverReason.Absence) with { To = Asked.Of })!));

    [Fact]
    public void ReadersIn_CoordinatorWithoutAPlaceAsked_IsTheCoordinator() =>
        Assert.Equal([Actor.Coordinator], (Asked with { AskedBy = Actor.Coordinator }).ReadersIn(Cases.InReview with { Panel = Sealed }));

    private static HandOver Change(Actor from, Actor to) => new(1, from, to, HandOverReason.Absence, Cases.AskedAt, Actor.Workflow);

    private static IReadOnlyList<Actor> ReadersIn(Panel panel) => Asked.ReadersIn(Cases.InReview with { Panel = panel });

    private static HandOver GivenBy(Actor from, HandOverReason why) => new(1, from, Third, why, Cases.AskedAt, from);
}
