using Initiatiefloket.DevHost.Probe.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class OrchestrationContract(BackEnd backEnd)
{
    [Fact]
    public async Task Child_WhenItEnds_GivesItsParentTheResult()
    {
        var ended = await backEnd.RunAsync(nameof(Parents.Parent), "well done");
        var child = await backEnd.Client.GetInstanceAsync($"{ended.InstanceId}-child", getInputsAndOutputs: true);

        Assert.Equal($"well done of {ended.InstanceId}", ended.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, child!.RuntimeStatus);
        Assert.Equal(nameof(Parents.Child), child.Name);
    }

    [Fact]
    public async Task Child_WhenItFails_GivesItsParentTheFailure()
    {
        var ended = await backEnd.RunAsync(nameof(Parents.Parent), "fail");
        var child = await backEnd.Client.GetInstanceAsync($"{ended.InstanceId}-child", getInputsAndOutputs: true);

        Assert.Equal("System.InvalidOperationException: The child broke.", ended.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, child!.RuntimeStatus);
    }

    [Fact]
    public async Task Orchestrator_WhenItThrows_FailsWithThatError()
    {
        var ended = await backEnd.RunAsync(nameof(Broken), "Out of order.");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal((typeof(InvalidOperationException).FullName, "Out of order."), (ended.FailureDetails?.ErrorType, ended.FailureDetails?.ErrorMessage));
    }

    [Fact]
    public async Task Orchestrator_WhenThereIsNone_Fails() => Assert.Equal(OrchestrationRuntimeStatus.Failed, (await backEnd.RunAsync("NoSuchOrchestrator")).RuntimeStatus);

    [Fact]
    public async Task Version_WhenNobodyNamesOne_IsTheDefaultOfHostJson() => Assert.Equal("1.0 1.0", (await backEnd.RunAsync(nameof(Parents.Versions))).ReadOutputAs<string>());

    /// <summary>A child gets the default again, not its parent's.</summary>
    [Fact]
    public async Task Version_WhenTheClientNamesOne_IsThat() =>
        Assert.Equal("2.5 1.0", (await backEnd.RunAsync(nameof(Parents.Versions), options: new StartOrchestrationOptions { Version = "2.5" })).ReadOutputAs<string>());

    [Fact]
    public async Task CustomStatus_WhenSetAgain_IsTheLast()
    {
        string[] names = ["asked", "answered"];
        var id = await backEnd.StartAsync(nameof(Events.Collect), names);
        await backEnd.UntilSaysAsync(id, "asked");
        await backEnd.Client.RaiseEventAsync(id, "asked", "?");
        await backEnd.UntilSaysAsync(id, "answered");
        await backEnd.Client.RaiseEventAsync(id, "answered", "!");

        Assert.Equal("answered", (await backEnd.EndAsync(id)).ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task Tags_WhenGivenAtTheStart_AreShown()
    {
        var tags = new Dictionary<string, string> { ["colour"] = "blue" };

        Assert.Equal("blue", (await backEnd.RunAsync(nameof(Chain), "x", new StartOrchestrationOptions { Tags = tags })).Tags["colour"]);
    }
}

[Collection(nameof(OnTestDurable))]
public sealed class OrchestrationOnTestDurable(OnTestDurable backEnd) : OrchestrationContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class OrchestrationOnTheRealExtension(OnTheRealExtension backEnd) : OrchestrationContract(backEnd);
