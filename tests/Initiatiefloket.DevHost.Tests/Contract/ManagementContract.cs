using Grpc.Core;
using Initiatiefloket.DevHost.Probe.Durable;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class ManagementContract(BackEnd backEnd)
{
    private static readonly string[] Asked = ["asked"];

    [Fact]
    public async Task Terminate_WhenItRuns_EndsItWithTheOutputGiven()
    {
        var id = await WaitingAsync();

        await backEnd.Client.TerminateInstanceAsync(id, "enough");

        var ended = await backEnd.EndAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
    }

    /// <summary>The extension does not pass the wish to end children on.</summary>
    [Fact]
    public async Task Terminate_WhenAskedForChildrenToo_LeavesThemRunning()
    {
        var id = await backEnd.StartAsync(nameof(Parents.Parent), "wait");
        await backEnd.UntilAsync($"{id}-child", OrchestrationRuntimeStatus.Running);

        await backEnd.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Output: null, Recursive: true));

        await backEnd.UntilAsync(id, OrchestrationRuntimeStatus.Terminated);
        await backEnd.Client.RaiseEventAsync($"{id}-child", Parents.Release, "still here");
        Assert.Equal("still here", (await backEnd.EndAsync($"{id}-child")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Terminate_WhenItHasEnded_IsRefused() => await RefusedAsync(StatusCode.FailedPrecondition, async () =>
        await backEnd.Client.TerminateInstanceAsync((await backEnd.RunAsync(nameof(Chain), "x")).InstanceId));

    [Fact]
    public async Task Terminate_WhenThereIsNone_IsRefused() => await RefusedAsync(StatusCode.NotFound, () => backEnd.Client.TerminateInstanceAsync("nobody"));

    [Fact]
    public async Task Suspend_WhenAnEventComes_KeepsItUntilResumed()
    {
        var id = await WaitingAsync();
        await backEnd.Client.SuspendInstanceAsync(id, "a break");
        await backEnd.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);
        await backEnd.Client.RaiseEventAsync(id, "asked", "answer");

        await backEnd.Client.ResumeInstanceAsync(id, "on we go");

        Assert.Equal("answer", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Suspend_WhenTerminated_Ends()
    {
        var id = await WaitingAsync();
        await backEnd.Client.SuspendInstanceAsync(id);
        await backEnd.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);

        await backEnd.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await backEnd.EndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Suspend_WhenItHasEnded_IsRefused() => await RefusedAsync(StatusCode.FailedPrecondition, async () =>
        await backEnd.Client.SuspendInstanceAsync((await backEnd.RunAsync(nameof(Chain), "x")).InstanceId));

    [Fact]
    public async Task Resume_WhenItIsNotSuspended_IsRefused() => await RefusedAsync(StatusCode.FailedPrecondition, async () => await backEnd.Client.ResumeInstanceAsync(await WaitingAsync()));

    private async Task<string> WaitingAsync()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), Asked);
        await backEnd.UntilSaysAsync(id, "asked");
        return id;
    }

    private static async Task RefusedAsync(StatusCode code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RpcException>(act)).StatusCode);
}

[Collection(nameof(OnTestDurable))]
public sealed class ManagementOnTestDurable(OnTestDurable backEnd) : ManagementContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class ManagementOnTheRealExtension(OnTheRealExtension backEnd) : ManagementContract(backEnd);
