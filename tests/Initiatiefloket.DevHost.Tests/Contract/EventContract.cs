using Grpc.Core;
using Initiatiefloket.DevHost.Probe.Durable;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class EventContract(BackEnd backEnd)
{
    private static readonly string[] TwoNames = ["first", "second"];
    private static readonly string[] OneNameTwice = ["same", "same"];

    [Fact]
    public async Task Event_WhenRaisedBeforeItIsWaitedFor_IsKept()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), TwoNames);
        await backEnd.UntilSaysAsync(id, "first");
        await backEnd.Client.RaiseEventAsync(id, "second", "2");
        await backEnd.Client.RaiseEventAsync(id, "first", "1");

        Assert.Equal("1 2", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_WhenRaisedAfterItIsWaitedFor_GoesOn()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), TwoNames);
        await backEnd.UntilSaysAsync(id, "first");
        await backEnd.Client.RaiseEventAsync(id, "first", "1");
        await backEnd.UntilSaysAsync(id, "second");
        await backEnd.Client.RaiseEventAsync(id, "second", "2");

        Assert.Equal("1 2", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_WhenRaisedTwice_IsTakenInOrder()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), OneNameTwice);
        await backEnd.Client.RaiseEventAsync(id, "same", "1");
        await backEnd.Client.RaiseEventAsync(id, "same", "2");

        Assert.Equal("1 2", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_WhenItsWaiterWasCancelledAndAnotherWaits_GoesToTheOther()
    {
        var id = await backEnd.StartAsync(nameof(Events.WaitAgain), false);
        await backEnd.UntilSaysAsync(id, "stopped");
        await backEnd.Client.RaiseEventAsync(id, "same", "got it");

        Assert.Equal("got it", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>
    /// Extension issue 3255: a waiter that was cancelled takes the next event of its name along, unless a later one waits by then. So the app gives each round a
    /// name of its own.
    /// </summary>
    [Fact]
    public async Task Event_WhenItsWaiterWasCancelledAndNobodyElseWaitsYet_IsLost()
    {
        var id = await backEnd.StartAsync(nameof(Events.WaitAgain), true);
        await backEnd.UntilSaysAsync(id, "stopped");
        await backEnd.Client.RaiseEventAsync(id, "same", "got it");
        await backEnd.Client.RaiseEventAsync(id, "go", "");

        Assert.Equal("lost", (await backEnd.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_WhenThereIsNoInstance_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => backEnd.Client.RaiseEventAsync("nobody", "first", "1"));

        Assert.Equal((StatusCode.NotFound, "No instance with ID 'nobody' was found. (Parameter 'instanceId')"), (refused.StatusCode, refused.Status.Detail));
    }

    [Fact]
    public async Task Event_WhenTheInstanceHasEnded_IsRefused()
    {
        var ended = await backEnd.RunAsync(nameof(Chain), "x");

        var refused = await Assert.ThrowsAsync<RpcException>(() => backEnd.Client.RaiseEventAsync(ended.InstanceId, "first", "1"));

        Assert.Equal((StatusCode.FailedPrecondition, "The orchestration instance with the provided instance id is not running."), (refused.StatusCode, refused.Status.Detail));
    }

    [Fact]
    public async Task ContinueAsNew_WhenEventsAreRaisedMeanwhile_TakesThemAlong()
    {
        var id = await backEnd.StartAsync(nameof(Again), new Again.Sum(0, 4));
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            await backEnd.Client.RaiseEventAsync(id, Again.Event, number);
        }

        Assert.Equal(10, (await backEnd.EndAsync(id)).ReadOutputAs<int>());
    }
}

[Collection(nameof(OnTestDurable))]
public sealed class EventOnTestDurable(OnTestDurable backEnd) : EventContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class EventOnTheRealExtension(OnTheRealExtension backEnd) : EventContract(backEnd);
