using Initiatiefloket.Desk;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Terms;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeadlineTimerTests
{
    [Theory]
    [InlineData("2026-03-02T05:00:00Z", false)] // six in the morning
    [InlineData("2026-03-02T06:00:00Z", true)]
    [InlineData("2026-03-02T05:59:59Z", true)] // the timer fired early
    [InlineData("2026-03-30T05:00:00Z", true)] // summer time
    [InlineData("2026-03-30T06:00:00Z", true)] // a second time, should the first have been missed
    [InlineData("2026-04-06T05:00:00Z", false)] // Easter Monday
    [InlineData("2026-05-15T05:00:00Z", false)] // equated with a holiday
    [InlineData("2026-10-26T05:00:00Z", false)] // winter time
    [InlineData("2026-10-26T06:00:00Z", true)]
    public async Task Start_Moment_IsFromSevenInTownOnAWorkingDay(string now, bool starts)
    {
        var client = new Mock<DurableTaskClient>("");

        await new DeadlineTimer(Cases.Policy, new ManualClock(Days.Moment(now)))
            .StartDeadlineWatch(new TimerInfo(), client.Object, CancellationToken.None);

        client.Verify(
            hub => hub.ScheduleNewOrchestrationInstanceAsync(
                nameof(DeadlineWatch),
                null,
                It.Is<StartOrchestrationOptions>(options => options.InstanceId == DeadlineWatch.InstanceId),
                It.IsAny<CancellationToken>()),
            starts ? Times.Once : Times.Never);
    }
}
