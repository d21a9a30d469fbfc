using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class PanelTests
{
    private static readonly Actor Anna = Actor.Reviewer("anna");
    private static readonly Actor Bram = Actor.Reviewer("bram");
    private static readonly Actor Cees = Actor.Reviewer("cees");

    private static readonly Panel Two = new() { Seats = [Anna, Bram], IsSealed = true };

    [Fact]
    public void ResultOf_NobodyVoted_IsOpen() => Assert.IsType<RoundResult.Open>(Two.ResultOf(1));

    [Fact]
    public void ResultOf_OneOfTwoVoted_IsOpen() => Assert.IsType<RoundResult.Open>(Two.With(Approval(Anna, 500)).ResultOf(1));

    [Fact]
    public void ResultOf_SameAmount_IsOneVerdictWithTheReasonsOfBoth()
    {
        var anna = Approval(Anna, 500) with { Reasons = "Goed voor de wijk.", ConditionCodes = ["permit", "keep-receipts"] };
        var bram = Approval(Bram, 500) with { Reasons = "Kost weinig.", ConditionCodes = ["permit"], Conditions = "Ruim op." };

        var settled = Assert.IsType<RoundResult.Settled>(Two.With(anna).With(bram).ResultOf(1));

        Assert.Equal("Goed voor de wijk.\n\nKost weinig.", settled.Verdict.Reasons);
        Assert.Equal(["permit", "keep-receipts"], settled.Verdict.ConditionCodes);
        Assert.Equal(("Ruim op.", Euro.Whole(500)), (settled.Verdict.Conditions, settled.Verdict.Amount!.Value));
    }

    [Fact]
    public void ResultOf_SettingAside_NeedsAllLikeARefusal()
    {
        var anna = Two.With(Vote(Anna, VerdictKind.SetAside));

        Assert.IsType<RoundResult.Open>(anna.ResultOf(1));
        Assert.IsType<RoundResult.Disagreement>(anna.With(Refusal(Bram)).ResultOf(1));
        Assert.Equal(VerdictKind.SetAside, Assert.IsType<RoundResult.Settled>(anna.With(Vote(Bram, VerdictKind.SetAside)).ResultOf(1)).Verdict.Kind);
    }

    [Fact]
    public void ResultOf_TheSameWords_SaysThemOnce()
    {
        var settled = Assert.IsType<RoundResult.Settled>(Two.With(Refusal(Anna)).With(Refusal(Bram)).ResultOf(1));

        Assert.Equal(Refusal(Anna).Reasons, settled.Verdict.Reasons);
    }

    [Fact]
    public void ResultOf_TwoApprovalsWithDifferentAmounts_IsDisagreement() =>
        Assert.IsType<RoundResult.Disagreement>(Two.With(Approval(Anna, 500)).With(Approval(Bram, 400)).ResultOf(1));

    [Fact]
    public void ResultOf_ApprovalAndRefusal_IsDisagreement() =>
        Assert.IsType<RoundResult.Disagreement>(Two.With(Approval(Anna, 500)).With(Refusal(Bram)).ResultOf(1));

    [Fact]
    public void ResultOf_AQuestion_SettlesWhateverTheOtherVoted()
    {
        var settled = Assert.IsType<RoundResult.Settled>(Two.With(Approval(Anna, 500)).With(Vote(Bram, VerdictKind.Ask)).ResultOf(1));

        Assert.Equal((VerdictKind.Ask, Bram), (settled.Verdict.Kind, settled.Verdict.By));
    }

    [Fact]
    public void ResultOf_TheCoordinator_StandsForAll()
    {
        var settled = Assert.IsType<RoundResult.Settled>(Two.With(Approval(Anna, 500)).With(Refusal(Actor.Coordinator)).ResultOf(1));

        Assert.Equal((VerdictKind.Decline, Actor.Coordinator), (settled.Verdict.Kind, settled.Verdict.By));
    }

    [Theory]
    [InlineData("reviewer:anna", true)]
    [InlineData("reviewer:cees", false)]
    [InlineData("coordinator", true)]
    public void MayVote_MembersAndTheCoordinator_Only(string person, bool may) => Assert.Equal(may, Two.MayVote(Actor.Read(person), 1));

    [Fact]
    public void MayVote_ASecondTime_No()
    {
        var voted = Two.With(Approval(Anna, 500));

        Assert.False(voted.MayVote(Anna, 1));
        Assert.True(voted.MayVote(Anna, 2));
        Assert.Equal([Bram], voted.SilentIn(1));
    }

    [Fact]
    public void With_HandOver_GivesTheSeatAndRemembersIt()
    {
        var panel = Two.With(Change(Anna, Cees, HandOverReason.Conflict))!;

        Assert.Equal([Cees, Bram], panel.Seats);
        Assert.Equal([Anna], panel.Involved);
        Assert.Equal((1, 0), (panel.HandOversIn(1), panel.HandOversIn(2)));
        Assert.False(panel.MayVote(Anna, 1));
    }

    [Fact]
    public void With_HandOverOfSomebodyWhoVoted_IsRefused() =>
        Assert.Null(Two.With(Approval(Anna, 500)).With(Change(Anna, Cees, HandOverReason.Coordinator)));

    [Theory]
    [InlineData("reviewer:cees", "reviewer:anna")]
    [InlineData("reviewer:anna", "reviewer:bram")]
    public void With_HandOverFromOrToTheWrongPerson_IsRefused(string from, string to) =>
        Assert.Null(Two.With(Change(Actor.Read(from), Actor.Read(to), HandOverReason.Coordinator)));

    [Theory]
    [InlineData(RoundKind.Conversation, true)]
    [InlineData(RoundKind.Arbitration, false)] // who disagreed does not settle it
    public void MayTakePlace_SomebodyWhoDisagreed_IsForTheConversation(RoundKind kind, bool may)
    {
        var panel = Two.With(Approval(Anna, 500)).With(Refusal(Bram)).Open(2, kind, isSealed: true, new PanelAppointment([Actor.Coordinator], []));

        Assert.Equal(may, panel.MayTakePlace(Anna));
        Assert.True(panel.MayTakePlace(Cees));
    }

    [Fact]
    public void With_SilentReviewerVotesAfterAll_HasThePlaceBack()
    {
        var replaced = Two.With(Change(Anna, Cees, HandOverReason.Silence))!;
        Assert.True(replaced.MayVote(Anna, 1));

        var voted = replaced.With(Approval(Anna, 500));

        Assert.Equal([Anna, Bram], voted.Seats);
        Assert.False(voted.MayVote(Cees, 1));
        Assert.Equal(0, voted.HandOversIn(1));
    }

    [Fact]
    public void MayVote_SilentReviewerAfterTheDeputyVoted_No() =>
        Assert.False(Two.With(Change(Anna, Cees, HandOverReason.Silence))!.With(Approval(Cees, 500)).MayVote(Anna, 1));

    [Fact]
    public void Open_AfterADisagreement_KeepsTheVotesToReadAndIsNotSealed()
    {
        var conversation = Two.With(Approval(Anna, 500)).With(Refusal(Bram)).Open(2, RoundKind.Conversation, isSealed: true, new PanelAppointment([Anna, Bram], []));

        Assert.Equal(2, conversation.VotesOf(1).Count);
        Assert.Equal((RoundKind.Conversation, false), (conversation.Kind, conversation.IsSealed));
        Assert.Equal([Anna, Bram], conversation.SilentIn(2));
    }

    [Fact]
    public void Open_AfterAQuestion_BeginsAnew() =>
        Assert.Empty(Two.With(Vote(Anna, VerdictKind.Ask)).Open(2, RoundKind.Review, isSealed: true, new PanelAppointment([Anna, Bram], [])).Votes);

    [Fact]
    public void Open_AfterAQuestionOfWhoSettlesADisagreement_KeepsWhatTheyDisagreedAbout()
    {
        var arbitration = Two.With(Approval(Anna, 500)).With(Refusal(Bram))
            .Open(2, RoundKind.Conversation, isSealed: true, new PanelAppointment([Anna, Bram], []))
            .With(Approval(Anna, 400) with { Round = 2 }).With(Vote(Bram, VerdictKind.Ask) with { Round = 2 })
            .Open(3, RoundKind.Conversation, isSealed: true, new PanelAppointment([Anna, Bram], []));

        Assert.Equal([(1, Anna), (1, Bram)], arbitration.Votes.Select(vote => (vote.Round, vote.By)));
    }

    [Fact]
    public void With_HandOverToSomebodyInvolved_IsNone() =>
        Assert.Null(Two.With(Change(Anna, Cees, HandOverReason.Conflict))!.With(Change(Cees, Anna, HandOverReason.Coordinator)));

    private static Verdict Approval(Actor by, int amount) => Vote(by, VerdictKind.Approve) with { Amount = Euro.Whole(amount) };

    private static Verdict Refusal(Actor by) => Vote(by, VerdictKind.Decline);

    private static Verdict Vote(Actor by, VerdictKind kind) => Cases.VerdictOf(kind) with { By = by };

    private static HandOver Change(Actor from, Actor to, HandOverReason why) => new(1, from, to, why, Cases.AskedAt, Actor.Workflow);
}
