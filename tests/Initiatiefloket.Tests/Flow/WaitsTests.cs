using Initiatiefloket.Flow;
using Initiatiefloket.Tests.Workflow;
using Microsoft.DurableTask;

namespace Initiatiefloket.Tests.Flow;

public sealed class WaitsTests
{
    private readonly StagedWorkflow _stage = new();

    [Fact]
    public async Task Until_ConditionHoldsAtTheWake_EndsAndCancelsTheTimer()
    {
        var wait = Begin();

        _stage.Raise("answer", _stage.Row with { IsAnswered = true });

        Assert.True(wait.IsCompleted);
        Assert.True((await wait).IsAnswered);
        Assert.Equal(0, _stage.OpenTimers);
    }

    [Fact]
    public void Until_WokenForNothing_WaitsOn()
    {
        var wait = Begin();

        _stage.Raise("answer");
        _stage.Raise("answer");

        Assert.False(wait.IsCompleted);
        Assert.Equal((2, 1), (_stage.Looks, _stage.OpenTimers));
        _stage.Raise("answer", _stage.Row with { IsAnswered = true });
        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public async Task Until_EventCameBeforeTheWait_IsNotMissed()
    {
        _stage.Raise("answer", _stage.Row with { IsAnswered = true });

        var wait = Begin();

        Assert.True(wait.IsCompleted);
        Assert.True((await wait).IsAnswered);
    }

    [Fact]
    public async Task Until_Withdrawn_EndsWhateverWasWaitedFor()
    {
        var wait = Begin();

        _stage.Withdraw();

        Assert.True(wait.IsCompleted);
        Assert.True((await wait).IsWithdrawn);
    }

    [Fact]
    public void Until_WithdrawalThatWasNone_WaitsOnAndHearsTheNext()
    {
        var wait = Begin();

        _stage.Raise(WorkflowEvents.Withdrawn);
        Assert.False(wait.IsCompleted);
        _stage.Withdraw();

        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public async Task Until_TimeIsUp_LooksOnceMore()
    {
        var wait = Begin();
        _stage.Row = _stage.Row with { CallIns = 7 };

        _stage.PassTo(Deadline.AddTicks(-1));
        Assert.False(wait.IsCompleted);
        _stage.PassTo(Deadline);

        Assert.True(wait.IsCompleted);
        Assert.Equal(7, (await wait).CallIns);
    }

    [Fact]
    public async Task Until_TimerFiresEarly_EndsWhenTheMomentIsThere()
    {
        var wait = Begin();

        _stage.FireEarly(TimeSpan.FromMilliseconds(900));
        Assert.False(wait.IsCompleted);
        Assert.Equal((0, 1), (_stage.Looks, _stage.OpenTimers));
        _stage.PassTo(Deadline.AddSeconds(1));

        Assert.True(wait.IsCompleted);
        Assert.False((await wait).IsAnswered);
    }

    [Fact]
    public async Task Until_DecisionAfterAnEarlyTimer_StillCounts()
    {
        var wait = Begin();
        _stage.FireEarly(TimeSpan.FromMilliseconds(900));

        _stage.Raise("answer", _stage.Row with { IsAnswered = true });

        Assert.True(wait.IsCompleted);
        Assert.True((await wait).IsAnswered);
        Assert.Equal(0, _stage.OpenTimers);
    }

    [Fact]
    public async Task Until_MomentHasPassed_LooksAtOnce()
    {
        _stage.PassTo(Deadline.AddDays(1));

        var wait = Begin();

        Assert.True(wait.IsCompleted);
        Assert.False((await wait).IsAnswered);
    }

    [Fact]
    public async Task Until_WakeAndTimerInTheSameInstant_SeesTheDecision()
    {
        _stage.PassTo(Deadline);
        _stage.Raise("answer", _stage.Row with { IsAnswered = true });

        var wait = Begin();

        Assert.True(wait.IsCompleted);
        Assert.True((await wait).IsAnswered);
    }

    [Fact]
    public async Task Until_DecisionStoredButItsEventIsLate_CountsAtTheTimer()
    {
        var wait = Begin();
        _stage.Row = _stage.Row with { IsAnswered = true };

        _stage.PassTo(Deadline);

        Assert.True((await wait).IsAnswered);
    }

    [Fact]
    public void Until_SameEventAfterATimeOut_WakesTheNewWait()
    {
        var second = _stage.Start(async workflow =>
        {
            var waits = new Waits(workflow, workflow.InstanceId);
            await waits.UntilAsync("answer", Deadline, seen => seen.IsAnswered);
            return await waits.UntilAsync("answer", Deadline.AddDays(7), seen => seen.IsAnswered);
        });
        _stage.PassTo(Deadline);
        Assert.False(second.IsCompleted);

        _stage.Raise("answer", _stage.Row with { IsAnswered = true });

        Assert.True(second.IsCompleted);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData(WorkflowEvents.Withdrawn)]
    public void Until_EventDuringAStepAfterATimeOut_WakesTheNextWait(string happens)
    {
        _stage.On("Remind", _ =>
        {
            _stage.Raise(happens, _stage.Row with { IsAnswered = true });
            return "reminded";
        });
        var second = _stage.Start(async workflow =>
        {
            var waits = new Waits(workflow, workflow.InstanceId);
            await waits.UntilAsync("answer", Deadline, seen => seen.IsAnswered);
            await workflow.CallActivityAsync<string>("Remind", options: TaskOptions.FromRetryPolicy(new RetryPolicy(1, TimeSpan.FromSeconds(1))));
            return await waits.UntilAsync("answer", Deadline.AddDays(7), seen => seen.IsAnswered);
        });

        _stage.PassTo(Deadline);

        Assert.True(second.IsCompleted);
    }

    private DateTimeOffset Deadline { get; } = new(2026, 3, 17, 23, 0, 0, TimeSpan.Zero);

    private Task<CaseSnapshot> Begin() => _stage.Start(workflow =>
        new Waits(workflow, workflow.InstanceId).UntilAsync("answer", Deadline, seen => seen.IsAnswered));
}
