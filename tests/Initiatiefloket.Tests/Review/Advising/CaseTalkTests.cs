using Initiatiefloket.Initiatives;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Review.Advising;

public sealed class CaseTalkTests
{
    private static readonly Actor Other = Actor.Reviewer("jeugd");

    private static readonly CaseTalk Talk = new(
        [new Note(Cases.Reviewer, Cases.AskedAt, "Ik twijfel."), new Note(Other, Cases.AskedAt, "Ik niet.")],
        [new Advice(1, Cases.Reviewer, Actor.Reviewer("zorg"), "Past dit?", Cases.AskedAt), new Advice(2, Other, Actor.Reviewer("werk"), "En dit?", Cases.AskedAt)]);

    private static readonly Panel Sealed = new() { Seats = [Cases.Reviewer, Other], IsSealed = true };

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

    private static HandOver Change(Actor from, Actor to) => new(1, from, to, HandOverReason.Absence, Cases.AskedAt, Actor.Workflow);

    [Fact]
    public void SeenBy_TheOnlyMember_Everything() => Assert.Same(Talk, Talk.SeenBy(Cases.Reviewer, Cases.InReview));
}
