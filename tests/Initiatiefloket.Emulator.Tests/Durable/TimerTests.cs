using Initiatiefloket.Testing;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class TimerTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Timer_Short_FiresAfterItsTime()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.CreateTimer(TimeSpan.FromMilliseconds(200), default)),
            Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.True(end.LastUpdatedAt - end.CreatedAt >= TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task Timer_YearsAway_FiresThen()
    {
        var clock = new ManualClock(Start);
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Worker = worker => worker.Configure(options => options.MaximumTimerInterval = TimeSpan.MaxValue),
            Tasks = tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddYears(25), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }),
        });

        var id = await host.StartedAsync(Orchestrator);
        clock.SetUtcNow(Start.AddYears(25).AddDays(-1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        clock.SetUtcNow(Start.AddYears(25));

        Assert.Equal(Start.AddYears(25).UtcDateTime, (await host.EndOfAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timers_ClockStandsStillWhereTheNextAreLoaded_AreWaitedForAgain()
    {
        var clock = new ManualClock(Start);
        await StartAsync(Setup with { Clock = clock });
        await clock.WaitForTimerAsync();

        clock.Advance(TimeSpan.FromSeconds(30));

        // The queue asks the clock to wake it, and does not ask for the time over and over.
        await clock.WaitForTimerAsync();
    }

    [Fact]
    public async Task Timer_LongerThanTheLongestInterval_IsMadeOfSeveral()
    {
        var clock = new ManualClock(Start);
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.CreateTimer(TimeSpan.FromDays(7), default)),
        });

        var id = await host.StartedAsync(Orchestrator);
        foreach (var days in new[] { 3, 3, 1 })
        {
            await host.WaitForTimerAsync(clock.GetUtcNow().AddDays(days));
            clock.Advance(TimeSpan.FromDays(days));
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Timer_ThatLostTheRace_IsCancelledAndRemoved()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            using var stop = new CancellationTokenSource();
            var late = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
            var answer = context.WaitForExternalEvent<string>("Answer");
            await Task.WhenAny(late, answer);
            stop.Cancel();
            var wasCancelled = late.IsCanceled;
            await context.WaitForExternalEvent<string>("End");
            return wasCancelled;
        }));

        var id = await host.StartedAsync(Orchestrator);
        Assert.Single(await host.TimersAsync());
        await host.Client.RaiseEventAsync(id, "Answer", "");
        await Eventually.FindAsync("no timer left", async () => (await host.TimersAsync()).Count == 0 ? "" : null);
        await host.Client.RaiseEventAsync(id, "End", "");

        Assert.True((await host.EndOfAsync(id)).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task Timer_DueWhileEverythingWasDown_FiresAtTheStart()
    {
        var clock = new ManualClock(Start);
        var setup = Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.CreateTimer(TimeSpan.FromHours(1), default)),
        };
        var first = await StartAsync(setup);
        var id = await first.StartedAsync(Orchestrator);
        await first.DisposeAsync();
        clock.Advance(TimeSpan.FromDays(2));

        var second = await StartAsync(setup);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await second.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Timers_ManyDueAtOnce_AllFire()
    {
        const int instances = 300;
        var clock = new ManualClock(Start);
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.CreateTimer(Start.AddDays(1).UtcDateTime, default)),
        });

        var ids = await Task.WhenAll(Enumerable.Range(0, instances).Select(_ => host.StartedAsync(Orchestrator)));
        clock.Advance(TimeSpan.FromDays(1));

        var ends = await Task.WhenAll(ids.Select(host.EndOfAsync));
        Assert.All(ends, end => Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus));
    }

    [Fact]
    public async Task Timer_InThePast_FiresAtOnce()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc(Orchestrator, context =>
                context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None)),
            Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }
}
