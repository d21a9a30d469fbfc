using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Workflow;

namespace Initiatiefloket.Tests.Review;

public sealed class ReviewStepsTests
{
    private static readonly DateTimeOffset RemindAt = Cases.ReceivedAt.AddDays(7);
    private static readonly DateTimeOffset Until = Cases.ReceivedAt.AddDays(14);
    private static readonly ReviewersInvited PanelAppointment = new(0, [new(0, 1, NudgeKind.Reviewer, Until.AddYears(1))]);
    private readonly StagedWorkflow _stage = new();
    private DateTimeOffset? _setAsideBefore = Until.AddDays(28);

    public ReviewStepsTests()
    {
        _stage.On(nameof(QuestionActivities.AskApplicant), _ => new AnswerExpected(RemindAt, Until, _setAsideBefore));
        _stage.On(nameof(ReviewActivities.OpenReviewRound), _ =>
        {
            _stage.Row = new StagedWorkflow().Row;
            return PanelAppointment;
        });
    }

    [Fact]
    public async Task Review_DecidedInTheFirstRound_AsksNothing()
    {
        var review = Begin();

        EndRound(1, new ReviewOutcome.Approved(Euro.Whole(10)));

        Assert.Equal(new ReviewOutcome.Approved(Euro.Whole(10)), await review);
        Assert.Empty(_stage.Steps);
    }

    [Fact]
    public async Task Review_QuestionAfterQuestion_HoldsARoundAfterEachAnswer()
    {
        var review = Begin();

        for (var round = 1; round <= 3; round++)
        {
            EndRound(round, new ReviewOutcome.QuestionAsked());
            Assert.Equal(round, Rounds.Count);
            _stage.Raise(WorkflowEvents.QuestionAnswered(round), _stage.Row with { IsAnswered = true });
        }

        EndRound(4, new ReviewOutcome.Declined());

        Assert.IsType<ReviewOutcome.Declined>(await review);
        Assert.Equal([1, 2, 3], _stage.InputsOf<ReviewRoundCase>(nameof(QuestionActivities.AskApplicant)).Select(asked => asked.Round));
        Assert.DoesNotContain(nameof(QuestionActivities.RemindApplicant), _stage.Steps);
    }

    [Fact]
    public void Review_NoAnswer_RemindsHalfWayAndLeavesTheChoiceToWhoeverReviews()
    {
        Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());

        _stage.PassTo(RemindAt);
        _stage.PassTo(Until.AddTicks(-1));
        Assert.Single(Rounds);
        _stage.PassTo(Until);

        Assert.Equal(2, Rounds.Count);
    }

    [Fact]
    public async Task Review_NoAnswerInAHistoryOfAnEarlierBuild_EndsNotCompletedAsThere()
    {
        _stage.Row = _stage.Row with { IsSetAsideByPeople = false };
        var review = Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());

        _stage.PassTo(RemindAt);
        Assert.Equal([nameof(QuestionActivities.AskApplicant), nameof(QuestionActivities.RemindApplicant)], _stage.Steps);
        _stage.PassTo(Until.AddTicks(-1));
        Assert.False(review.IsCompleted);
        _stage.PassTo(Until);

        Assert.IsType<ReviewOutcome.NotCompleted>(await review);
    }

    [Fact]
    public void Review_NoAnswerInAHistoryOfAnEarlierBuildAndTooLateToSetAside_GoesOnWithoutIt()
    {
        _stage.Row = _stage.Row with { IsSetAsideByPeople = false };
        _setAsideBefore = Until;
        Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());

        _stage.PassTo(Until);

        Assert.Equal(2, Rounds.Count);
    }

    [Fact]
    public async Task Review_NoAnswerToASimpleQuestion_GoesOnWithoutIt()
    {
        _setAsideBefore = null;
        var review = Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());

        _stage.PassTo(Until);
        EndRound(2, new ReviewOutcome.Declined());

        Assert.IsType<ReviewOutcome.Declined>(await review);
        Assert.Equal([nameof(QuestionActivities.CloseQuestions), nameof(ReviewActivities.OpenReviewRound)], _stage.Steps.TakeLast(2));
        Assert.DoesNotContain(nameof(QuestionActivities.ConfirmAnswers), _stage.Steps);
    }

    [Fact]
    public async Task Review_Disagreement_LeadsToAConversationThenToTheCoordinator()
    {
        var review = Begin();

        EndRound(1, new ReviewOutcome.Disagreed());
        EndRound(2, new ReviewOutcome.Disagreed());
        EndRound(3, new ReviewOutcome.Approved(Euro.Whole(10)));

        Assert.Equal(new ReviewOutcome.Approved(Euro.Whole(10)), await review);
        Assert.Equal(
            [RoundKind.Review, RoundKind.Conversation, RoundKind.Arbitration],
            Rounds.Select(round => round.Kind));
    }

    [Fact]
    public async Task Review_QuestionDuringTheConversation_GoesBackToTheConversation()
    {
        var review = Begin();
        EndRound(1, new ReviewOutcome.Disagreed());
        EndRound(2, new ReviewOutcome.QuestionAsked());
        _stage.Raise(WorkflowEvents.QuestionAnswered(2), _stage.Row with { IsAnswered = true });

        Assert.Equal(RoundKind.Conversation, Rounds[2].Kind);
        EndRound(3, new ReviewOutcome.Declined());

        Assert.IsType<ReviewOutcome.Declined>(await review);
    }

    [Fact]
    public void Review_AnswerBetweenTheLastLookAndTheClosing_StillCounts()
    {
        Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());
        _stage.On(nameof(QuestionActivities.CloseQuestions), _ =>
        {
            _stage.Row = _stage.Row with { IsAnswered = true };
            return null;
        });

        _stage.PassTo(Until);

        Assert.Equal(2, Rounds.Count);
    }

    [Fact]
    public void Review_AnswerAfterTheReminder_GoesOnAtOnce()
    {
        Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());
        _stage.PassTo(RemindAt);

        _stage.Raise(WorkflowEvents.QuestionAnswered(1), _stage.Row with { IsAnswered = true });

        Assert.Equal(2, Rounds.Count);
    }

    [Fact]
    public async Task Review_WithdrawnWhileAsked_Ends()
    {
        var review = Begin();
        EndRound(1, new ReviewOutcome.QuestionAsked());

        _stage.Withdraw();

        Assert.IsType<ReviewOutcome.Withdrawn>(await review);
        Assert.DoesNotContain(nameof(QuestionActivities.RemindApplicant), _stage.Steps);
    }

    [Fact]
    public async Task Review_WithdrawnDuringTheRound_Ends()
    {
        var review = Begin();

        _stage.Withdraw();

        Assert.IsType<ReviewOutcome.Withdrawn>(await review);
    }

    private IReadOnlyList<ReviewRoundCase> Rounds =>
        [ReviewRoundCase.First(Cases.Case), .. _stage.InputsOf<ReviewRoundCase>(nameof(ReviewActivities.OpenReviewRound))];

    private Task<ReviewOutcome> Begin() => _stage.Start(workflow => workflow.ReviewAsync(ReviewRoundCase.First(Cases.Case), PanelAppointment, new Waits(workflow, Cases.Id)));

    private void EndRound(int round, ReviewOutcome outcome) => _stage.Raise(WorkflowEvents.ReviewChanged(round), outcome switch
    {
        ReviewOutcome.Approved approved => _stage.Row with { Verdict = VerdictKind.Approve, Amount = approved.Amount },
        ReviewOutcome.Declined => _stage.Row with { Verdict = VerdictKind.Decline },
        ReviewOutcome.QuestionAsked => _stage.Row with { Verdict = VerdictKind.Ask },
        ReviewOutcome.Disagreed => _stage.Row with { Disagrees = true },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No reviewer ends a round so."),
    });
}
