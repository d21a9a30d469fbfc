using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Worker;

[Collection(WorkerTests.Name)]
public sealed class TimerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Advance_PastTheSchedule_RunsOnTimeAndMakesUpForWhatWasMissed()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
        await using (var app = await SampleApp.StartAsync(azurite.ConnectionString, clock))
        {
            await RunsAsync(app, clock, "hourly 10:00 on time next 10:00");
            await RunsAsync(app, clock, "hourly 11:00 on time next 11:00");
        }

        clock.Advance(TimeSpan.FromHours(5));
        await using var later = await SampleApp.StartAsync(azurite.ConnectionString, clock);

        Assert.Equal("hourly 16:00 late next 12:00", await later.Diary.ReadAsync());
        await RunsAsync(later, clock, "hourly 17:00 on time next 17:00");
        Assert.True(later.Diary.IsEmpty);
    }

    /// <summary>The schedule waits on the clock only some time after its last run: move on when it does. Others wait on the clock too.</summary>
    private static async Task RunsAsync(SampleApp app, ManualClock clock, string expected)
    {
        var next = NextHour(clock.GetUtcNow());
        await clock.WaitForTimerAsync(next);
        clock.SetUtcNow(next);
        Assert.Equal(expected, await app.Diary.ReadAsync());
    }

    private static DateTimeOffset NextHour(DateTimeOffset moment) => moment.AddHours(1).AddMinutes(-moment.Minute);
}
