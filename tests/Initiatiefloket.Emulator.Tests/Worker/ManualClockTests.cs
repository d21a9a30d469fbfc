using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Worker;

public sealed class ManualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Start);

    [Fact]
    public void Advance_PastTimers_FiresThemInOrderAtTheirMoments()
    {
        var fired = new List<string>();
        using var second = Timer("second", 20, Timeout.InfiniteTimeSpan);
        using var first = Timer("first", 10, TimeSpan.FromSeconds(15));
        using var never = Timer("never", 31, Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["first 10", "second 20", "first 25"], fired);
        Assert.Equal(Start.AddSeconds(30), _clock.GetUtcNow());

        ITimer Timer(string name, int due, TimeSpan period) => _clock.CreateTimer(
            _ => fired.Add($"{name} {(_clock.GetUtcNow() - Start).TotalSeconds}"), null, TimeSpan.FromSeconds(due), period);
    }

    [Fact]
    public async Task Delay_OnTheClock_EndsWhenItIsAdvanced()
    {
        var delay = Task.Delay(TimeSpan.FromDays(20), _clock);
        _clock.Advance(TimeSpan.FromDays(19));
        Assert.False(delay.IsCompleted);

        _clock.Advance(TimeSpan.FromDays(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Dispose_BeforeItIsDue_KeepsATimerFromFiring()
    {
        var fired = false;
        _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False(fired);
    }

    [Fact]
    public void GetElapsedTime_AfterAnAdvance_IsThatTime()
    {
        var since = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(TimeSpan.FromMinutes(3), _clock.GetElapsedTime(since));
    }

    [Fact]
    public void SetUtcNow_ToThePast_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.SetUtcNow(Start.AddSeconds(-1)));
}
