using Initiatiefloket.DevHost.Probe.Durable;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class TimerContract(BackEnd backEnd)
{
    /// <summary>On Azure Storage a timer may fire up to 0.9 s early, and seconds late.</summary>
    [Fact]
    public async Task Timer_Always_FiresAtAboutItsMoment() => Assert.InRange((await backEnd.RunAsync(nameof(Timing.Timer), 1500)).ReadOutputAs<double>(), -1000, 30_000);

    [Fact]
    public async Task Timer_WhenItsMomentIsPast_FiresAtOnce() => Assert.InRange((await backEnd.RunAsync(nameof(Timing.Timer), -5000)).ReadOutputAs<double>(), 5000, 30_000);

    [Fact]
    public async Task Timer_WhenNothingElseHappens_WinsTheRace() => Assert.Equal("late", (await backEnd.RunAsync(nameof(Timing.Race), 1000)).ReadOutputAs<string>());

    /// <summary>An orchestrator ends without waiting for a timer that it gave up.</summary>
    [Fact]
    public async Task Timer_WhenAnEventWins_HoldsNothingUp()
    {
        var id = await backEnd.StartAsync(nameof(Timing.Race), (int)TimeSpan.FromHours(1).TotalMilliseconds);
        await backEnd.Client.RaiseEventAsync(id, Timing.Event, "in time");

        Assert.Equal("in time", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }
}

[Collection(nameof(OnTestDurable))]
public sealed class TimerOnTestDurable(OnTestDurable backEnd) : TimerContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class TimerOnTheRealExtension(OnTheRealExtension backEnd) : TimerContract(backEnd);
