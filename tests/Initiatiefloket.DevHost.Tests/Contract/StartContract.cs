using DurableTask.Core.Exceptions;
using Initiatiefloket.DevHost.Probe.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class StartContract(BackEnd backEnd)
{
    private static readonly string[] Unasked = ["never"];

    [Fact]
    public async Task Start_WhenTheIdIsRunning_IsRefused()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), Unasked);
        await backEnd.UntilSaysAsync(id, "never");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => backEnd.StartAsync(nameof(Chain), "x", new StartOrchestrationOptions(id)));
    }

    [Fact]
    public async Task Start_WhenTheIdHasEnded_BeginsAnew()
    {
        var first = await backEnd.RunAsync(nameof(Chain), "x");

        await backEnd.StartAsync(nameof(FanOut), 3, new StartOrchestrationOptions(first.InstanceId));

        await backEnd.UntilAsync(first.InstanceId, OrchestrationRuntimeStatus.Completed);
        Assert.Equal(14, (await backEnd.EndAsync(first.InstanceId)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Start_WhenTheIdHasEndedAndMustNotBeReplaced_IsRefused()
    {
        var first = await backEnd.RunAsync(nameof(Chain), "x");
        var options = new StartOrchestrationOptions(first.InstanceId) { DedupeStatuses = [nameof(OrchestrationRuntimeStatus.Completed)] };

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => backEnd.StartAsync(nameof(Chain), "y", options));
    }

    [Fact]
    public async Task Start_WhenPlannedForLater_WaitsUntilThen()
    {
        var id = await backEnd.StartAsync(nameof(Chain), "x", new StartOrchestrationOptions { StartAt = DateTimeOffset.UtcNow.AddHours(1) });

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await backEnd.Client.GetInstanceAsync(id))!.RuntimeStatus);
    }

    [Fact]
    public async Task Restart_WhenItHasEnded_RunsAgainWithTheSameInput()
    {
        var first = await backEnd.RunAsync(nameof(Chain), "x");

        var again = await backEnd.Client.RestartAsync(first.InstanceId, restartWithNewInstanceId: true);

        Assert.NotEqual(first.InstanceId, again);
        Assert.Equal("xa.b.c.", (await backEnd.EndAsync(again)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Restart_WhenItRuns_IsRefused()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), Unasked);
        await backEnd.UntilSaysAsync(id, "never");

        await Assert.ThrowsAsync<InvalidOperationException>(() => backEnd.Client.RestartAsync(id));
    }

    [Fact]
    public async Task Restart_WhenThereIsNone_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(() => backEnd.Client.RestartAsync("nobody"));
}

[Collection(nameof(OnTestDurable))]
public sealed class StartOnTestDurable(OnTestDurable backEnd) : StartContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class StartOnTheRealExtension(OnTheRealExtension backEnd) : StartContract(backEnd);
