using Initiatiefloket.Initiatives;
using Initiatiefloket.Review.Advising;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Review.Advising;

public sealed class AdviceTests
{
    private static readonly Actor Second = Actor.Reviewer("jeugd");
    private static readonly Actor Third = Actor.Reviewer("werk");

    private static readonly Advice Asked = new(1, Cases.Reviewer, Actor.Reviewer("zorg"), "Past dit?", Cases.AskedAt);

    private static readonly Panel Two = new() { Seats = [Cases.Reviewer, Second], IsSealed = true };

    [Fact]
    public void ReadersIn_AskerHasTheirPlace_IsTheAsker() => Assert.Equal([Cases.Reviewer], ReadersIn(Two));

    [Fact]
    public void ReadersIn_AskerGaveThePlaceAway_IsWhoHasItNow() =>
        Assert.Equal([Third], ReadersIn(Two.With(Change(Cases.Reviewer, HandOverReason.Absence))!));

    [Fact]
    public void ReadersIn_AskerWasSilent_AreBothAsLongAsBothMayDecide()
    {
        var silent = Two.With(Change(Cases.Reviewer, HandOverReason.Silence))!;

        Assert.Equal([Cases.Reviewer, Third], ReadersIn(silent));
        Assert.Equal([Third], ReadersIn(silent with { Votes = [Cases.VerdictOf(VerdictKind.Approve) with { By = Third }] }));
    }

    [Fact]
    public void ReadersIn_AskerIsInvolved_AreThoseWhoDecide() =>
        Assert.Equal([Third, Second], ReadersIn(Two.With(Change(Cases.Reviewer, HandOverReason.Conflict))!));

    [Fact]
    public void ReadersIn_AdviserTookThePlace_IsNobody() =>
        Assert.Empty(ReadersIn(Two.With(Change(Cases.Reviewer, HandOverReason.Absence) with { To = Asked.Of })!));

    [Fact]
    public void ReadersIn_CoordinatorWithoutAPlaceAsked_IsTheCoordinator() =>
        Assert.Equal([Actor.Coordinator], (Asked with { AskedBy = Actor.Coordinator }).ReadersIn(Cases.InReview with { Panel = Two }));

    private static IReadOnlyList<Actor> ReadersIn(Panel panel) => Asked.ReadersIn(Cases.InReview with { Panel = panel });

    private static HandOver Change(Actor from, HandOverReason why) => new(1, from, Third, why, Cases.AskedAt, from);
}
