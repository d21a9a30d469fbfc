using Initiatiefloket.Council;
using Initiatiefloket.Endings;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Workflow;

namespace Initiatiefloket.Tests.Council;

public sealed class CouncilStepsTests
{
    private static readonly DateTimeOffset WindowEnds = Cases.ReceivedAt.AddDays(7);
    private static readonly DateTimeOffset[] Reminders = [Cases.ReceivedAt.AddDays(14), Cases.ReceivedAt.AddDays(28), Cases.ReceivedAt.AddDays(42)];
    private readonly StagedWorkflow _stage = new();

    public CouncilStepsTests()
    {
        _stage.Row = _stage.Row with { State = InitiativeState.CouncilWindow };
        _stage.On(nameof(CouncilWindowActivities.OpenCouncilWindow), _ => new CouncilWindow(WindowEnds, ["anna", "bert"]));
        _stage.On(nameof(CouncilWindowActivities.CloseCouncilWindow), _ => Close());
        _stage.On(nameof(CouncilDecisionActivities.AskCouncil), _ => new CouncilAsked(Reminders));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2500)]
    public async Task Hear_Vrij_AgreesWithoutAStep(long euros)
    {
        Assert.Equal(CouncilOutcome.Agrees, await Begin(euros));
        Assert.Empty(_stage.Steps);
    }

    [Fact]
    public async Task Hear_GedeeldAndSilent_AgreesWhenTheWindowCloses()
    {
        var heard = Begin(4000);
        Assert.Equal(["anna", "bert"], _stage.InputsOf<CouncilNotice>(nameof(CouncilWindowActivities.NotifyCouncilMember)).Select(notice => notice.MemberId));
        _stage.Raise(WorkflowEvents.CalledIn, _stage.Row with { CallIns = 1 });
        Assert.False(heard.IsCompleted);

        _stage.PassTo(WindowEnds);

        Assert.Equal(CouncilOutcome.Agrees, await heard);
        Assert.Equal(nameof(CouncilWindowActivities.CloseCouncilWindow), _stage.Steps[^1]);
    }

    [Fact]
    public async Task Hear_EnoughCallIns_HaltsAtOnceUntilTheCouncilDecided()
    {
        var heard = Begin(4000);

        _stage.Raise(WorkflowEvents.CalledIn, _stage.Row with { CallIns = 2 });
        Assert.Equal(nameof(CouncilDecisionActivities.AskCouncil), _stage.Steps[^1]);
        _stage.PassTo(WindowEnds);
        Assert.False(heard.IsCompleted);
        Decide(CouncilChoice.Decline);

        Assert.Equal(CouncilOutcome.Declines, await heard);
    }

    [Fact]
    public void Hear_LastCallInAtTheClosing_StillHalts()
    {
        var heard = Begin(4000);
        _stage.On(nameof(CouncilWindowActivities.CloseCouncilWindow), _ =>
        {
            _stage.Row = _stage.Row with { CallIns = 2 };
            return Close();
        });

        _stage.PassTo(WindowEnds);

        Assert.False(heard.IsCompleted);
        Assert.Equal(nameof(CouncilDecisionActivities.AskCouncil), _stage.Steps[^1]);
    }

    [Theory]
    [InlineData(CouncilChoice.Grant, CouncilOutcome.Agrees)]
    [InlineData(CouncilChoice.Decline, CouncilOutcome.Declines)]
    public async Task Hear_Regie_TheCouncilDecidesWithoutAWindow(CouncilChoice choice, CouncilOutcome outcome)
    {
        var heard = Begin(10_001);

        Decide(choice);

        Assert.Equal(outcome, await heard);
        Assert.Equal([nameof(CouncilDecisionActivities.AskCouncil)], _stage.Steps);
    }

    [Fact]
    public async Task Hear_CouncilNeverRecorded_RemindsAndEndsWithoutAnotherReminder()
    {
        var heard = Begin(20_000);

        _stage.PassTo(Reminders[^1]);

        Assert.Equal(CouncilOutcome.NobodyDecided, await heard);
        Assert.Equal(
            [new CouncilReminder(Cases.Id, 1, IsLast: false), new CouncilReminder(Cases.Id, 2, IsLast: true)],
            _stage.InputsOf<CouncilReminder>(nameof(CouncilDecisionActivities.RemindCouncil)));
        Assert.Equal(nameof(ClosingActivities.LeaveToDesk), _stage.Steps[^1]);
    }

    [Fact]
    public async Task Hear_DecisionBetweenTheLastLookAndTheDesk_StillCounts()
    {
        var heard = Begin(20_000);
        _stage.On(nameof(ClosingActivities.LeaveToDesk), _ =>
        {
            _stage.Row = _stage.Row with { CouncilChoice = CouncilChoice.Grant };
            return null;
        });

        _stage.PassTo(Reminders[^1]);

        Assert.Equal(CouncilOutcome.Agrees, await heard);
    }

    [Fact]
    public async Task Hear_DecisionAfterAReminder_Counts()
    {
        var heard = Begin(20_000);
        _stage.PassTo(Reminders[0]);

        Decide(CouncilChoice.Grant);

        Assert.True(heard.IsCompleted);
        Assert.Equal(CouncilOutcome.Agrees, await heard);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(20_000)]
    public async Task Hear_Withdrawn_Ends(long euros)
    {
        var heard = Begin(euros);

        _stage.Withdraw();

        Assert.Equal(CouncilOutcome.Withdrawn, await heard);
        Assert.DoesNotContain(nameof(CouncilWindowActivities.CloseCouncilWindow), _stage.Steps);
    }

    private Task<CouncilOutcome> Begin(long euros) => _stage.Start(
        workflow => workflow.HearCouncilAsync(Cases.Case, new Waits(workflow, Cases.Id), Euro.Whole(euros)));

    private void Decide(CouncilChoice choice) => _stage.Raise(WorkflowEvents.CouncilDecided, _stage.Row with { CouncilChoice = choice });

    // As the activity does: enough call-ins bring the case before the council.
    private object? Close()
    {
        _stage.Row = _stage.Row.CallIns >= 2 ? _stage.Row with { State = InitiativeState.CouncilDecides } : _stage.Row;
        return null;
    }
}
