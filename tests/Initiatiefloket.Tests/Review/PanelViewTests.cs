using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;

namespace Initiatiefloket.Tests.Review;

public sealed class PanelViewTests
{
    private static readonly Actor Anna = Actor.Reviewer("anna");
    private static readonly Actor Bram = Actor.Reviewer("bram");
    private static readonly Actor Cees = Actor.Reviewer("cees");

    private static readonly Initiative Sealed =
        Cases.InReview with { Panel = new Panel { Seats = [Anna, Bram, Cees], IsSealed = true } };

    [Fact]
    public void Of_SealedRound_ShowsNothingOfTheOthersBeforeOnesOwnVote()
    {
        var voted = Sealed.Vote(VoteOf(Bram))!;

        var before = ViewOf(voted, Anna);
        var after = ViewOf(voted.Vote(VoteOf(Anna))!, Anna);

        Assert.True(before.IsSealed);
        Assert.Empty(before.Rounds);
        Assert.Equal(["BRAM", "CEES"], before.Others);
        Assert.False(after.IsSealed);
        Assert.Equal([("BRAM", false), ("ANNA", true)], after.Rounds.Single().Select(seen => (seen.Name, seen.IsOwn)));
        Assert.Equal(["CEES"], after.Silent);
    }

    [Fact]
    public void Of_SealedRound_IsSealedForTheCoordinatorToo()
    {
        var view = ViewOf(Sealed.Vote(VoteOf(Bram))!, Actor.Coordinator);

        Assert.Empty(view.Rounds);
        Assert.True(view.IsInPlaceOfAll);
    }

    [Fact]
    public void Of_SettledRound_ShowsAllVotes()
    {
        var settled = Sealed.Vote(VoteOf(Bram))!.Vote(VoteOf(Cees))!.Vote(VoteOf(Anna))!;

        Assert.Equal(["BRAM", "CEES", "ANNA"], ViewOf(settled, Anna).Rounds.Single().Select(seen => seen.Name));
    }

    [Theory]
    [InlineData("reviewer:anna", 0)]
    [InlineData("reviewer:bram", 1)]
    [InlineData("reviewer:cees", 1)]
    [InlineData("coordinator", 0)]
    public void Of_QuestionInASealedRound_ShowsOnlyOnesOwnVoteSinceAllVoteAnew(string person, int votes)
    {
        var asked = Sealed.Vote(VoteOf(Bram))!.Vote(VoteOf(Cees) with { Kind = VerdictKind.Ask })!;

        Assert.True(asked.IsSealed);
        var seen = ViewOf(asked, Actor.Read(person)).Rounds.SelectMany(round => round).ToList();
        Assert.Equal(votes, seen.Count);
        Assert.All(seen, vote => Assert.True(vote.IsOwn));
    }

    [Fact]
    public void Of_CoordinatorOnAPanelWithOthers_DecidesInPlaceOfAll()
    {
        var panel = Sealed.Panel with { Seats = [Anna, Actor.Coordinator] };

        Assert.True(ViewOf(Sealed with { Panel = panel }, Actor.Coordinator).IsInPlaceOfAll);
        Assert.False(ViewOf(Sealed with { Panel = panel with { Seats = [Actor.Coordinator] } }, Actor.Coordinator).IsInPlaceOfAll);
    }

    [Fact]
    public void Of_OpenRound_ShowsVotesAsTheyCome()
    {
        var open = Sealed with { Panel = Sealed.Panel with { IsSealed = false } };

        Assert.Equal("BRAM", ViewOf(open.Vote(VoteOf(Bram))!, Anna).Rounds.Single().Single().Name);
    }

    [Fact]
    public void Of_Conversation_ShowsTheVotesOfTheRoundBefore()
    {
        var view = ViewOf(Disagreed(RoundKind.Conversation, [Anna, Bram, Cees]), Anna, round: 2);

        Assert.Equal((RoundKind.Conversation, 1), (view.Kind, view.Rounds.Count));
        Assert.Equal(["ANNA", "BRAM", "CEES"], view.Rounds[0].Select(seen => seen.Name));
        Assert.Equal(["ANNA", "BRAM", "CEES"], view.Silent);
    }

    [Fact]
    public void Of_Arbitration_ShowsAllVotesToTheCoordinator()
    {
        var view = ViewOf(Disagreed(RoundKind.Arbitration, [Actor.Coordinator]), Actor.Coordinator, round: 2);

        Assert.Equal(3, view.Rounds.Single().Count);
        Assert.False(view.IsInPlaceOfAll);
    }

    [Fact]
    public void Of_SeatThatWentOn_SaysWhoHasItNowAndShowsNoVotes()
    {
        var handed = Sealed.Vote(VoteOf(Bram))!
            .HandOver(Change(Anna, Actor.Reviewer("dirk"), HandOverReason.Conflict))!
            .HandOver(Change(Actor.Reviewer("dirk"), Actor.Reviewer("emma"), HandOverReason.Absence))!;

        var view = ViewOf(handed, Anna);

        Assert.Equal(new Successor("EMMA", HandOverReason.Conflict, handed.Panel.HandOvers[0]), view.Successor);
        Assert.Empty(view.Rounds);
        Assert.Null(ViewOf(handed, Actor.Reviewer("emma")).Successor);
        Assert.False(handed.MaySeeCase(Anna));
        Assert.True(handed.MaySeeCase(Actor.Reviewer("dirk")));
    }

    [Fact]
    public void Of_SeatThatCameBack_IsTheirsAgain()
    {
        var back = Sealed.HandOver(Change(Anna, Actor.Reviewer("dirk"), HandOverReason.Absence))!
            .HandOver(Change(Actor.Reviewer("dirk"), Anna, HandOverReason.Coordinator))!;

        Assert.Null(ViewOf(back, Anna).Successor);
    }

    private static Initiative Disagreed(RoundKind kind, IReadOnlyList<Actor> seats)
    {
        var voted = Sealed.Vote(VoteOf(Anna))!.Vote(VoteOf(Bram) with { Amount = Euro.Whole(100) })!.Vote(VoteOf(Cees))!;
        return voted with { Round = 2, Panel = voted.Panel.Open(2, kind, isSealed: true, new PanelAppointment(seats, [])) };
    }

    private static PanelView ViewOf(Initiative initiative, Actor person, int round = 1) =>
        PanelView.Of(initiative, person, round, actor => (actor.ReviewerId ?? actor.ToString()).ToUpperInvariant());

    private static Verdict VoteOf(Actor person) => Cases.VerdictOf(VerdictKind.Approve) with { By = person };

    private static HandOver Change(Actor from, Actor to, HandOverReason why) => new(1, from, to, why, Cases.AskedAt, from);
}
