using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;

namespace Initiatiefloket.Tests.Initiatives;

public sealed class InitiativeTests
{
    private const string Why = "Dit gaat de hele wijk aan.";

    private static readonly DateTimeOffset InTime = new(2026, 3, 14, 20, 0, 0, TimeSpan.FromHours(1));

    public static TheoryData<InitiativeState> ClosedStates => Cases.ClosedStates;

    public static TheoryData<InitiativeState> OpenStates => Cases.OpenStates;

    [Theory]
    [MemberData(nameof(ClosedStates))]
    public void MoveTo_Closed_StaysAsItIs(InitiativeState closed)
    {
        var ended = Cases.In(closed);

        Assert.False(ended.CanBeWithdrawn);
        Assert.All(Enum.GetValues<InitiativeState>(), next => Assert.Same(ended, ended.MoveTo(next, InTime)));
    }

    [Theory]
    [MemberData(nameof(OpenStates))]
    public void MoveTo_Open_MovesAndForgetsTheOldWait(InitiativeState open)
    {
        var current = Cases.In(open) with { WaitsUntil = InTime };

        Assert.True(current.CanBeWithdrawn);
        Assert.Equal(current with { State = InitiativeState.Withdrawn, WaitsUntil = null }, current.MoveTo(InitiativeState.Withdrawn));
        Assert.Equal(InTime.AddDays(1), current.MoveTo(InitiativeState.WaitingList, InTime.AddDays(1)).WaitsUntil);
    }

    [Fact]
    public void Receive_Draft_StartsTheLegalClock()
    {
        var received = Cases.Draft.Receive(Cases.ReceivedAt, Cases.Policy)!;
        Assert.Equal(KeptRules.Of(Cases.Policy).Id, received.RulesId);
        Assert.Equal(Cases.Received, received with { RulesId = null, Rules = null });
        Assert.Null(Cases.Received.Receive(InTime, Cases.Policy));
        Assert.Null(Cases.In(InitiativeState.Withdrawn).Receive(InTime, Cases.Policy));
    }

    [Fact]
    public void Receive_ConfirmedInTheNewYear_TakesThePotOfThatYear()
    {
        var received = Cases.Draft.Receive(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero), Cases.Policy)!;

        Assert.Equal(2027, received.PotYear);
        Assert.Equal(new DateOnly(2027, 1, 1), received.Clock!.ReceivedOn);
    }

    [Fact]
    public void AcceptsVerdict_OpenRound_OnlyThatRoundAndOnce()
    {
        Assert.True(Cases.InReview.AcceptsVerdict(1));
        Assert.False(Cases.InReview.AcceptsVerdict(0));
        Assert.False(Cases.InReview.AcceptsVerdict(2));
        Assert.False(Cases.Approved.AcceptsVerdict(1));
        Assert.True((Cases.Approved with { Round = 2 }).AcceptsVerdict(2));
    }

    [Fact]
    public void AcceptsVerdict_AnyOtherState_Never() => Assert.All(
        Enum.GetValues<InitiativeState>().Where(state => state != InitiativeState.InReview),
        state => Assert.False((Cases.InReview with { State = state }).AcceptsVerdict(1)));

    [Fact]
    public void Answer_InTime_GoesBackToReviewAndTheLegalClockRunsAgain()
    {
        var answered = Cases.Questioned.Answer(1, Cases.Answers("In het wijkhuis."), InTime)!;

        Assert.Equal((InitiativeState.InReview, (DateTimeOffset?)null), (answered.State, answered.WaitsUntil));
        Assert.Equal(("In het wijkhuis.", InTime), (answered.VerdictOf(1)!.Questions[0].Answer, answered.VerdictOf(1)!.AnsweredAt));
        Assert.Equal("Waar koken jullie?", answered.VerdictOf(1)!.Words);

        // Eight weeks after 2 March, and the three days that the clock stood still between 10 and 14 March.
        Assert.Equal(new DateOnly(2026, 4, 30), answered.Clock!.DecideBy(Cases.Policy.WorkingDays));
        Assert.False(answered.AcceptsVerdict(1));
    }

    [Fact]
    public void Answer_AfterTheRecoveryTerm_IsNotedButTheClockRanFromTheEndOfThatTerm()
    {
        var answered = Cases.Questioned.Answer(1, Cases.Answers("Sorry, te laat."), InTime.AddDays(20))!;

        Assert.Equal(new DateOnly(2026, 5, 11), answered.Clock!.DecideBy(Cases.Policy.WorkingDays));
        Assert.Equal(new DateOnly(2026, 4, 3), answered.Clock.Suspensions[0].CompletedOn);
    }

    [Fact]
    public void Answer_ClockThatWasNotSuspended_IsNotedAllTheSame()
    {
        var running = Cases.Questioned with { Clock = Cases.Received.Clock };

        var answered = running.Answer(1, Cases.Answers("In het wijkhuis."), InTime)!;

        Assert.Equal(InitiativeState.InReview, answered.State);
        Assert.Equal(running.Clock, answered.Clock);
    }

    [Fact]
    public void Answer_NothingAsked_IsNotTaken()
    {
        var answered = Cases.Questioned.Answer(1, Cases.Answers("In het wijkhuis."), InTime)!;

        Assert.Null(Cases.Questioned.Answer(2, Cases.Answers("Andere ronde.", round: 2), InTime));
        Assert.Null(answered.Answer(1, Cases.Answers("Nog een keer."), InTime));
        Assert.Null((answered with { State = InitiativeState.WaitingForApplicant }).Answer(1, Cases.Answers("Nog een keer."), InTime));
        Assert.Null(Cases.InReview.Answer(1, Cases.Answers("Zonder vraag."), InTime));
        Assert.Null(Cases.In(InitiativeState.SetAside).Answer(1, Cases.Answers("Te laat."), InTime));
    }

    [Fact]
    public void CloseQuestions_NoAnswerYet_MakesAnyAnswerTooLate()
    {
        var closed = Cases.Questioned.CloseQuestions(1)!;

        Assert.Equal((InitiativeState.WaitingForApplicant, (DateTimeOffset?)null), (closed.State, closed.WaitsUntil));
        Assert.Null(closed.Answer(1, Cases.Answers("Net te laat."), InTime));
    }

    [Fact]
    public void CloseQuestions_AnsweredFirst_IsNotDone() =>
        Assert.Null(Cases.Questioned.Answer(1, Cases.Answers("Net op tijd."), InTime)!.CloseQuestions(1));

    [Fact]
    public void LeaveToDesk_SomebodyDecidedFirst_IsNotDone()
    {
        Assert.Equal(InitiativeState.LeftToDesk, Cases.InReview.LeaveToDesk()!.State);
        Assert.Equal(InitiativeState.LeftToDesk, Cases.CouncilDecides.LeaveToDesk()!.State);
        Assert.Null(Cases.Approved.LeaveToDesk());
        Assert.Null((Cases.CouncilDecides with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) }).LeaveToDesk());
        Assert.Null(Cases.In(InitiativeState.Withdrawn).LeaveToDesk());
    }

    [Theory]
    [InlineData(InitiativeState.Submitted)]
    [InlineData(InitiativeState.InReview)]
    [InlineData(InitiativeState.WaitingForApplicant)]
    [InlineData(InitiativeState.WaitingList)]
    [InlineData(InitiativeState.CouncilWindow)]
    [InlineData(InitiativeState.CouncilDecides)]
    public void LeaveToDesk_StateInWhichACaseRuns_IsDone(InitiativeState state) =>
        Assert.Equal(InitiativeState.LeftToDesk, Cases.In(state).LeaveToDesk()!.State);

    [Theory]
    [MemberData(nameof(Cases.ClosedStates), MemberType = typeof(Cases))]
    public void LeaveToDesk_ClosedState_IsNotDone(InitiativeState state) => Assert.Null(Cases.In(state).LeaveToDesk());

    [Fact]
    public void CallIn_OpenWindow_AddsTheMember()
    {
        var called = Cases.CouncilWindow.CallIn("raadslid-3", Why)!.CallIn("raadslid-1", Why)!;

        Assert.Equal(["raadslid-3", "raadslid-1"], called.CalledInBy);
        Assert.Equal(Cases.CouncilWindow.WaitsUntil, called.WaitsUntil);
    }

    [Fact]
    public void CallIn_ClosedWindow_IsTooLate()
    {
        Assert.Null((Cases.CouncilWindow with { WaitsUntil = null }).CallIn("raadslid-3", Why));
        Assert.All(
            Enum.GetValues<InitiativeState>().Where(state => state != InitiativeState.CouncilWindow),
            state => Assert.Null((Cases.CouncilWindow with { State = state }).CallIn("raadslid-3", Why)));
    }

    [Fact]
    public void CallIn_Twice_CountsOnce() => Assert.Null(Cases.CouncilWindow.CallIn("raadslid-3", Why)!.CallIn("raadslid-3", "Nog eens."));

    [Fact]
    public void TakeBackCallIn_WhileTooFewAsk_ForgetsMemberAndReasonAndLetsThemAskAgain()
    {
        var called = Cases.CouncilWindow.CallIn("raadslid-3", Why)!;

        var back = called.TakeBackCallIn("raadslid-3", needed: 2)!;

        Assert.Equal(Why, called.CallInReasonOf("raadslid-3"));
        Assert.Empty(back.CalledInBy);
        Assert.Null(back.CallInReasonOf("raadslid-3"));
        Assert.Equal((1, 2), (called.CallInTurnOf("raadslid-3"), back.CallInTurnOf("raadslid-3")));
        Assert.Equal(["raadslid-3"], back.CallIn("raadslid-3", Why)!.CalledInBy);
    }

    [Fact]
    public void TakeBackCallIn_OnceEnoughAskOrTheWindowIsClosedOrByAnother_IsNot()
    {
        var called = Cases.CouncilWindow.CallIn("raadslid-3", Why)!;

        Assert.Null(called.CallIn("raadslid-1", Why)!.TakeBackCallIn("raadslid-3", needed: 2));
        Assert.Null((called with { WaitsUntil = null }).TakeBackCallIn("raadslid-3", needed: 2));
        Assert.Null(called.TakeBackCallIn("raadslid-1", needed: 2));
    }

    [Fact]
    public void AcceptsCouncilDecision_OnTheAgenda_Once()
    {
        Assert.True(Cases.CouncilDecides.AcceptsCouncilDecision);
        Assert.False((Cases.CouncilDecides with { CouncilDecision = Cases.DecisionOf(CouncilChoice.Grant) }).AcceptsCouncilDecision);
        Assert.False(Cases.CouncilWindow.AcceptsCouncilDecision);
    }

    [Fact]
    public void Vote_DeclineOnAGroundToBeHeardOn_IsAnIntentionOnceForEachGround()
    {
        var refusal = Cases.VerdictOf(VerdictKind.Decline) with { RefusalCodes = ["accounting", "costs"], HearingCodes = ["accounting"] };

        var intended = Cases.InReview.Vote(refusal)!;

        Assert.True(intended.IsIntention);
        Assert.Equal((false, false, true), (intended.IsReviewed, intended.IsRequestToComplete, intended.MayBeAsked(Cases.Policy.Limits with { QuestionRounds = 1 })));
        Assert.Equal(VerdictKind.Ask, Assert.Single(intended.Panel.VotesOf(1)).Kind);
        var next = intended with { Round = 2, Panel = new Panel { Seats = [Cases.Reviewer] } };
        Assert.Equal(VerdictKind.Decline, next.Vote(refusal with { Round = 2 })!.VerdictOf(2)!.Kind);
        Assert.True(next.Vote(refusal with { Round = 2, HearingCodes = ["accounting", "insolvency"] })!.IsIntention);
        Assert.Equal(VerdictKind.Approve, next.Vote(Cases.VerdictOf(VerdictKind.Approve, 2))!.VerdictOf(2)!.Kind);
    }

    [Fact]
    public void Vote_DeclineOnOtherGrounds_IsARefusalAtOnce() =>
        Assert.Equal(VerdictKind.Decline, Cases.InReview.Vote(Cases.VerdictOf(VerdictKind.Decline) with { RefusalCodes = ["costs"] })!.VerdictOf(1)!.Kind);

    [Fact]
    public void Announce_Kind_DatesThatLetterOnly()
    {
        var award = Cases.LetterOf(LetterKind.Award) with { BlobName = "award" };
        var letters = Cases.Received with { Letters = [Cases.LetterOf(LetterKind.Refusal), award] };

        var announced = letters.Announce(award.BlobName, new DateOnly(2026, 4, 21));

        Assert.Equal([null, new DateOnly(2026, 4, 21)], announced.Letters.Select(letter => letter.AnnouncedOn));
        Assert.Equal(new DateOnly(2026, 4, 20), announced.LetterNamed(award.BlobName).DecidedOn);
    }

    [Fact]
    public void Release_ThatChangesNothingOrOfADraft_IsNone()
    {
        Assert.True(Cases.InReview.Release(true)!.IsReleased);
        Assert.Null(Cases.InReview.Release(false));
        Assert.Null(Cases.InReview.Release(true)!.Release(true));
        Assert.Null(Cases.Draft.Release(true));
    }

    [Fact]
    public void MayBeReleasedBy_WhoeverDecidesOrTheCoordinator_NotWhoIsInvolvedOrOutside()
    {
        var own = Cases.InReview.WithInvolvedOther(Actor.Coordinator)!;

        Assert.True(Cases.InReview.MayBeReleasedBy(Cases.Reviewer));
        Assert.True(Cases.InReview.MayBeReleasedBy(Actor.Coordinator));
        Assert.False(Cases.InReview.MayBeReleasedBy(Actor.Reviewer("jeugd")));
        Assert.False(own.MayBeReleasedBy(Actor.Coordinator));
        Assert.False(Cases.Draft.MayBeReleasedBy(Actor.Coordinator));
    }

    [Fact]
    public void With_VerdictOfTheSameRound_ReplacesIt()
    {
        var second = Cases.Approved.With(Cases.VerdictOf(VerdictKind.Decline, round: 2));

        var changed = second.With(second.VerdictOf(1)! with { Amount = Euro.Whole(1) });

        Assert.Equal(2, changed.Verdicts.Count);
        Assert.Equal((Euro.Whole(1), VerdictKind.Decline), (changed.VerdictOf(1)!.Amount!.Value, changed.VerdictOf(2)!.Kind));
    }

    [Fact]
    public void TotalCosts_Lines_AreAddedUp() => Assert.Equal(Euro.Whole(4000), Cases.Application.TotalCosts);

    [Fact]
    public void CompleteAt_RequestToComplete_IsTheAnswerAndWithoutOneWhatItWasBefore()
    {
        var asked = Cases.InReview.With(Cases.VerdictOf(VerdictKind.Ask));
        var waiting = asked.MoveTo(InitiativeState.WaitingForApplicant, InTime);
        var answered = waiting.With(asked.VerdictOf(1)! with { AnsweredAt = InTime }).MoveTo(InitiativeState.InReview);
        var askedAgain = answered.With(Cases.VerdictOf(VerdictKind.Ask) with { Round = 2 }) with { Round = 2, State = InitiativeState.WaitingForApplicant };

        Assert.Equal(Cases.ReceivedAt, Cases.InReview.CompleteAt);
        Assert.Null(waiting.CompleteAt);
        Assert.Equal(InTime, answered.CompleteAt);
        Assert.Null(askedAgain.CompleteAt);
        Assert.Equal(InTime, (askedAgain with { Round = 3, State = InitiativeState.InReview }).CompleteAt);
        Assert.Equal(Cases.ReceivedAt, (waiting with { Round = 2, State = InitiativeState.InReview }).CompleteAt);

        // A simple question is no request to complete.
        Assert.Equal(Cases.ReceivedAt, waiting.With(asked.VerdictOf(1)! with { SuspendsClock = false }).CompleteAt);
    }

    [Fact]
    public void ApproveAtMost_Amount_LowersTheVerdictOnceAndRemembersWhatItWas()
    {
        var part = Cases.Approved.ApproveAtMost(Euro.Whole(1000));

        Assert.Equal((Euro.Whole(1000), Cases.Approved.VerdictOf(1)!.Amount), (part.VerdictOf(1)!.Amount!.Value, part.VerdictOf(1)!.ApprovedBefore));
        Assert.Equal(part, part.ApproveAtMost(Euro.Whole(1000)));
        Assert.Equal(Cases.Approved, Cases.Approved.ApproveAtMost(Euro.Whole(100_000)));
    }
}
