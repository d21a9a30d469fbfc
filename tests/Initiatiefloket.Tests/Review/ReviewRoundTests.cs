using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Workflow;

namespace Initiatiefloket.Tests.Review;

public sealed class ReviewRoundTests
{
    private static readonly ReviewRoundCase Round = new(Cases.Id, 2, RoundKind.Review, Cases.Policy.Terms, Cases.Policy.Limits, Cases.Policy.Bands);

    private static readonly Nudge[] Ladder = LadderFrom(0, Cases.ReceivedAt);

    private readonly StagedWorkflow _stage = new();

    [Theory]
    [InlineData(VerdictKind.Approve, typeof(ReviewOutcome.Approved))]
    [InlineData(VerdictKind.Ask, typeof(ReviewOutcome.QuestionAsked))]
    [InlineData(VerdictKind.Decline, typeof(ReviewOutcome.Declined))]
    [InlineData(VerdictKind.SetAside, typeof(ReviewOutcome.NotCompleted))]
    public async Task Run_Verdict_IsTheOutcome(VerdictKind kind, Type outcome)
    {
        var round = Begin();

        Give(kind);

        Assert.IsType(outcome, await round);
        Assert.Empty(_stage.Steps);
    }

    [Fact]
    public async Task Run_Approval_CarriesItsAmount()
    {
        var round = Begin();

        Give(VerdictKind.Approve);

        Assert.Equal(new ReviewOutcome.Approved(Euro.Whole(3500)), await round);
    }

    [Fact]
    public async Task Run_AllSilent_ClimbsTheLadderAndGivesUp()
    {
        var round = Begin();

        _stage.PassTo(Ladder[^1].At.AddTicks(-1));
        Assert.False(round.IsCompleted);
        _stage.PassTo(Ladder[^1].At);

        Assert.IsType<ReviewOutcome.NobodyDecided>(await round);
        Assert.Equal(
            [
                nameof(NudgeActivities.RemindReviewers),
                nameof(NudgeActivities.RemindReviewers),
                nameof(NudgeActivities.CallInDeputies),
                nameof(NudgeActivities.EscalateReview),
                nameof(NudgeActivities.EscalateReview),
                nameof(ClosingActivities.LeaveToDesk),
            ],
            _stage.Steps);
        Assert.Equal([1, 2], _stage.InputsOf<RoundNudge>(nameof(NudgeActivities.RemindReviewers)).Select(nudge => nudge.Nudge.Number));
    }

    [Fact]
    public async Task Run_DeputyDecidesAfterTheSilence_Ends()
    {
        var round = Begin();
        _stage.PassTo(Ladder[2].At);

        Give(VerdictKind.Approve);

        Assert.IsType<ReviewOutcome.Approved>(await round);
        Assert.DoesNotContain(nameof(NudgeActivities.EscalateReview), _stage.Steps);
    }

    [Fact]
    public async Task Run_EverybodyVotedDifferently_IsDisagreement()
    {
        var round = Begin();

        _stage.Raise(WorkflowEvents.ReviewChanged(2), _stage.Row with { Disagrees = true });

        Assert.IsType<ReviewOutcome.Disagreed>(await round);
    }

    [Fact]
    public void Run_OneOfTwoVoted_GoesOnWaiting()
    {
        var round = Begin();

        _stage.Raise(WorkflowEvents.ReviewChanged(2), _stage.Row);

        Assert.False(round.IsCompleted);
        _stage.PassTo(Ladder[0].At);
        Assert.Equal(nameof(NudgeActivities.RemindReviewers), _stage.Steps[^1]);
    }

    [Fact]
    public async Task Run_ReassignedMidRound_InvitesAndRemindsAnew()
    {
        var round = Begin();
        _stage.PassTo(Ladder[0].At);
        var again = LadderFrom(1, Ladder[0].At);
        _stage.On(nameof(ReviewActivities.InviteReviewers), _ => new ReviewersInvited(1, again));

        _stage.Raise(WorkflowEvents.ReviewChanged(2), _stage.Row with { HandOvers = 1 });

        Assert.Equal(nameof(ReviewActivities.InviteReviewers), _stage.Steps[^1]);
        _stage.PassTo(again[0].At.AddTicks(-1));
        Assert.Single(_stage.InputsOf<RoundNudge>(nameof(NudgeActivities.RemindReviewers)));
        _stage.PassTo(again[0].At);
        Assert.Equal(
            [(0, 1), (1, 1)],
            _stage.InputsOf<RoundNudge>(nameof(NudgeActivities.RemindReviewers)).Select(nudge => (nudge.Nudge.HandOvers, nudge.Nudge.Number)));

        Give(VerdictKind.Decline);
        Assert.IsType<ReviewOutcome.Declined>(await round);
    }

    [Fact]
    public async Task Run_ReassignedAndTimerInTheSameInstant_RemindsNobodyInVain()
    {
        var round = Begin();
        _stage.On(nameof(ReviewActivities.InviteReviewers), _ => new ReviewersInvited(1, LadderFrom(1, Ladder[0].At)));
        _stage.Row = _stage.Row with { HandOvers = 1 };

        _stage.PassTo(Ladder[0].At);

        Assert.Equal(nameof(ReviewActivities.InviteReviewers), _stage.Steps[^1]);
        Assert.DoesNotContain(nameof(NudgeActivities.RemindReviewers), _stage.Steps);
        Give(VerdictKind.Approve);
        Assert.IsType<ReviewOutcome.Approved>(await round);
    }

    [Fact]
    public async Task Run_LateVerdictAfterTheEscalation_StillCountsAtOnce()
    {
        var round = Begin();
        _stage.PassTo(Ladder[3].At);

        Give(VerdictKind.Decline);

        Assert.True(round.IsCompleted);
        Assert.IsType<ReviewOutcome.Declined>(await round);
    }

    [Fact]
    public async Task Run_VerdictAndTimerInTheSameInstant_TheVerdictCounts()
    {
        var round = Begin();
        _stage.Row = Decided(VerdictKind.Approve);

        _stage.PassTo(Ladder[0].At);

        Assert.IsType<ReviewOutcome.Approved>(await round);
        Assert.DoesNotContain(nameof(NudgeActivities.RemindReviewers), _stage.Steps);
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

        Assert.IsType<ReviewOutcome.Approved>(await round);
    }

    [Fact]
    public async Task Run_VerdictWhileAReminderGoesOut_CountsAtOnce()
    {
        var round = Begin();
        _stage.On(nameof(NudgeActivities.RemindReviewers), _ =>
        {
            Give(VerdictKind.Approve);
            return null;
        });

        _stage.PassTo(Ladder[0].At);

        Assert.True(round.IsCompleted);
        Assert.IsType<ReviewOutcome.Approved>(await round);
    }

    [Fact]
    public void Run_VerdictOfAnotherRound_WakesNobody()
    {
        var round = Begin();

        _stage.Raise(WorkflowEvents.ReviewChanged(1), Decided(VerdictKind.Approve));

        Assert.False(round.IsCompleted);
    }

    [Fact]
    public async Task Run_Withdrawn_Ends()
    {
        var round = Begin();

        _stage.Withdraw();

        Assert.IsType<ReviewOutcome.Withdrawn>(await round);
    }

    [Fact]
    public async Task Run_ClosedBeforeItOpened_EndsWithoutWaiting()
    {
        Assert.IsType<ReviewOutcome.NobodyDecided>(await Begin([]));
    }

    private Task<ReviewOutcome> Begin() => Begin(Ladder);

    private Task<ReviewOutcome> Begin(Nudge[] ladder) =>
        _stage.Start(workflow => workflow.HoldRoundAsync(Round, new ReviewersInvited(0, ladder), new Waits(workflow, Cases.Id)));

    private void Give(VerdictKind kind) => _stage.Raise(WorkflowEvents.ReviewChanged(2), Decided(kind));

    private CaseSnapshot Decided(VerdictKind kind) =>
        _stage.Row with { Verdict = kind, Amount = kind == VerdictKind.Approve ? Euro.Whole(3500) : null };

    private static Nudge[] LadderFrom(int handOvers, DateTimeOffset since) =>
    [
        new(handOvers, 1, NudgeKind.Reviewer, since.AddDays(5)),
        new(handOvers, 2, NudgeKind.Reviewer, since.AddDays(6)),
        new(handOvers, 3, NudgeKind.Deputy, since.AddDays(7)),
        new(handOvers, 4, NudgeKind.Coordinator, since.AddDays(8)),
        new(handOvers, 5, NudgeKind.CoordinatorLast, since.AddDays(13)),
        new(handOvers, 6, NudgeKind.GiveUp, since.AddDays(18)),
    ];
}
