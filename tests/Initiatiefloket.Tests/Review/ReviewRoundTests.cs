using Initiatiefloket.Budget;
using Initiatiefloket.Review;
using Initiatiefloket.Status;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Workflow;
using Initiatiefloket.Workflow;

namespace Initiatiefloket.Tests.Review;

public sealed class ReviewRoundTests
{
    private static readonly ReviewRoundCase Round = new(Cases.Id, 2, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands);

    private static readonly Nudge[] Ladder =
    [
        new(1, NudgeKind.Reviewer, Cases.ReceivedAt.AddDays(5)),
        new(2, NudgeKind.Coordinator, Cases.ReceivedAt.AddDays(8)),
        new(3, NudgeKind.Coordinator, Cases.ReceivedAt.AddDays(13)),
        new(4, NudgeKind.GiveUp, Cases.ReceivedAt.AddDays(18)),
    ];

    private readonly StagedWorkflow _stage = new();

    public ReviewRoundTests() => _stage.On(nameof(ReviewActivities.OpenReviewRound), _ => new ReviewRoundOpened(Ladder));

    [Fact]
    public void InstanceIdOf_Round_IsItsOwn() => Assert.Equal("BI-2026-7K3M9:review-2", ReviewRound.InstanceIdOf(Cases.Id, 2));

    [Theory]
    [InlineData(VerdictKind.Approve, typeof(ReviewOutcome.Approved))]
    [InlineData(VerdictKind.Ask, typeof(ReviewOutcome.QuestionAsked))]
    [InlineData(VerdictKind.Decline, typeof(ReviewOutcome.Declined))]
    public async Task Run_Verdict_IsTheOutcome(VerdictKind kind, Type outcome)
    {
        var round = Begin();

        Give(kind);

        Assert.IsType(outcome, (await round).Outcome);
        Assert.Equal([nameof(ReviewActivities.OpenReviewRound), nameof(ReviewActivities.InviteReviewer)], _stage.Steps);
    }

    [Fact]
    public async Task Run_Approval_CarriesItsAmount()
    {
        var round = Begin();

        Give(VerdictKind.Approve);

        Assert.Equal(new ReviewOutcome.Approved(Euro.Whole(3500)), (await round).Outcome);
    }

    [Fact]
    public async Task Run_AllSilent_RemindsTheReviewerThenTheCoordinatorAndGivesUp()
    {
        var round = Begin();

        _stage.PassTo(Ladder[^1].At.AddTicks(-1));
        Assert.False(round.IsCompleted);
        _stage.PassTo(Ladder[^1].At);

        Assert.IsType<ReviewOutcome.NobodyDecided>((await round).Outcome);
        Assert.Equal(nameof(ClosingActivities.LeaveToDesk), _stage.Steps[^1]);
        Assert.Equal([1], _stage.InputsOf<ReviewNudge>(nameof(ReviewActivities.RemindReviewer)).Select(nudge => nudge.Number));
        Assert.Equal([2, 3], _stage.InputsOf<ReviewNudge>(nameof(ReviewActivities.EscalateReview)).Select(nudge => nudge.Number));
    }

    [Fact]
    public async Task Run_LateVerdictAfterTheEscalation_StillCountsAtOnce()
    {
        var round = Begin();
        _stage.PassTo(Ladder[1].At);

        Give(VerdictKind.Decline);

        Assert.True(round.IsCompleted);
        Assert.IsType<ReviewOutcome.Declined>((await round).Outcome);
    }

    [Fact]
    public async Task Run_VerdictAndTimerInTheSameInstant_TheVerdictCounts()
    {
        var round = Begin();
        _stage.Row = Decided(VerdictKind.Approve);

        _stage.PassTo(Ladder[0].At);

        Assert.IsType<ReviewOutcome.Approved>((await round).Outcome);
        Assert.DoesNotContain(nameof(ReviewActivities.RemindReviewer), _stage.Steps);
    }

    [Fact]
    public async Task Run_VerdictBetweenTheLastLookAndTheDesk_StillCounts()
    {
        var round = Begin();
        _stage.On(nameof(ClosingActivities.LeaveToDesk), _ =>
        {
            _stage.Row = Decided(VerdictKind.Approve);
            return null;
        });

        _stage.PassTo(Ladder[^1].At);

        Assert.IsType<ReviewOutcome.Approved>((await round).Outcome);
    }

    [Fact]
    public void Run_VerdictOfAnotherRound_WakesNobody()
    {
        var round = Begin();

        _stage.Raise(WorkflowEvents.VerdictGiven(1), Decided(VerdictKind.Approve));

        Assert.False(round.IsCompleted);
    }

    [Fact]
    public async Task Run_Withdrawn_Ends()
    {
        var round = Begin();

        _stage.Withdraw();

        Assert.IsType<ReviewOutcome.Withdrawn>((await round).Outcome);
    }

    [Fact]
    public async Task Run_ClosedBeforeItOpened_EndsWithoutWaiting()
    {
        _stage.On(nameof(ReviewActivities.OpenReviewRound), _ => new ReviewRoundOpened([]));

        Assert.IsType<ReviewOutcome.NobodyDecided>((await Begin()).Outcome);
    }

    private Task<ReviewRoundEnded> Begin() => _stage.Start(workflow => ReviewRound.RunAsync(workflow, Round));

    private void Give(VerdictKind kind) => _stage.Raise(WorkflowEvents.VerdictGiven(2), Decided(kind));

    private CaseSnapshot Decided(VerdictKind kind) =>
        _stage.Row with { Verdict = kind, Amount = kind == VerdictKind.Approve ? Euro.Whole(3500) : null };
}
