using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Emulator.Tests.Worker.Sample;

/// <summary>Timer functions of the app under test.</summary>
public sealed class Timers(Diary diary, TimeProvider clock)
{
    [Function("Hourly")]
    public void Hourly([TimerTrigger("%HourlySchedule%")] TimerInfo timer)
    {
        diary.Write($"hourly {clock.GetUtcNow():HH:mm} {(timer.IsPastDue ? "late" : "on time")} next {timer.ScheduleStatus?.Next:HH:mm}");
        throw new InvalidOperationException("A failing run does not end the schedule.");
    }
}
