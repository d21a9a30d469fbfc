using DurableTask.Core.Exceptions;
using Grpc.Core;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class ClientTests(AzuriteFixture azurite) : WaitingTests(azurite)
{
    [Fact]
    public async Task Schedule_WithTags_KeepsThem()
    {
        var host = await StartAsync();

        var id = await host.StartedAsync(Waiting, options: new() { Tags = new Dictionary<string, string> { ["soort"] = "proef" } });

        Assert.Equal("proef", (await host.Client.GetInstanceAsync(id))!.Tags["soort"]);
    }

    [Fact]
    public async Task Schedule_ForLater_StartsThen()
    {
        var clock = new ManualClock(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks.AddOrchestratorFunc(Waiting, context => context.WaitForExternalEvent<string>("Go")),
        });
        var start = clock.GetUtcNow().AddDays(3);

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(Waiting, new StartOrchestrationOptions("later", start));
        await host.Client.RaiseEventAsync(id, "Go", "vroeg");
        await Eventually.FindAsync("the timer", async () => (await host.TimersAsync()).Count == 1 ? "" : null);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        clock.SetUtcNow(start);

        Assert.Equal("vroeg", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Schedule_WithAnIdThatRuns_IsRefused()
    {
        var host = await StartAsync();
        await host.StartedAsync(Waiting, options: new("one"));

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            host.Client.ScheduleNewOrchestrationInstanceAsync(Waiting, new StartOrchestrationOptions("one")));

        Assert.Equal("An orchestration with id 'one' already exists. It's in the Running state.", refused.Message);
    }

    [Fact]
    public async Task Schedule_WithAnIdThatIsFinished_TakesItsPlaceUnlessForbidden()
    {
        var host = await StartAsync();
        await host.StartedAsync(Waiting, "eerste ", new("one"));
        await host.Client.RaiseEventAsync("one", "Go", "keer");
        await host.EndOfAsync("one");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync(
            Waiting, new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed)));
        await host.StartedAsync(Waiting, "tweede ", new("one"));
        await host.Client.RaiseEventAsync("one", "Go", "keer");

        Assert.Equal("tweede keer", (await host.EndOfAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Schedule_WhereRunningMayBeReplaced_EndsTheOldOne()
    {
        var host = await StartAsync();
        await host.StartedAsync(Waiting, "eerste ", new("one"));

        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(Waiting, "tweede ", options, Limit);
        await host.Client.RaiseEventAsync("one", "Go", "keer");

        Assert.Equal("tweede keer", (await host.EndOfAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Terminate_WithOutput_EndsIt()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Waiting);

        await host.Client.TerminateInstanceAsync(id, "genoeg");

        var end = await host.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("genoeg", end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task Terminate_OfAParent_ReachesItsChildrenWhenAsked(bool recursive, OrchestrationRuntimeStatus expected)
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Parent);
        await host.Client.WaitForInstanceStartAsync($"{id}-child", Limit);

        await host.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: recursive));
        await host.EndOfAsync(id);

        var child = recursive
            ? await host.EndOfAsync($"{id}-child")
            : await host.Client.GetInstanceAsync($"{id}-child");
        Assert.Equal(expected, child!.RuntimeStatus);
    }

    [Fact]
    public async Task Terminate_OfAChild_FailsItsParent()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Parent);
        await host.Client.WaitForInstanceStartAsync($"{id}-child", Limit);

        await host.Client.TerminateInstanceAsync($"{id}-child", "genoeg");

        var end = await host.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("was terminated", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Suspend_ThenRaise_IsDealtWithAfterResume()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Waiting);

        await host.Client.SuspendInstanceAsync(id, "even wachten");
        await StatusAsync(host, id, OrchestrationRuntimeStatus.Suspended);
        await host.Client.RaiseEventAsync(id, "Go", "verder");
        await Eventually.FindAsync("the event in history", async () =>
            (await host.Client.GetInstanceAsync(id))!.RuntimeStatus == OrchestrationRuntimeStatus.Suspended ? "" : null);
        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal("verder", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Wait_ThatIsCancelled_SaysSo()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Waiting);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var cancelled = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            host.Client.WaitForInstanceCompletionAsync(id, impatience.Token));

        Assert.Equal("The WaitForInstanceCompletionAsync operation was canceled.", cancelled.Message);
    }

    [Fact]
    public async Task UnknownInstance_ForEachCall_AnswersAsTheRealClientDoes()
    {
        var client = (await StartAsync()).Client;

        Assert.Null(await client.GetInstanceAsync("nobody"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetInstanceAsync(string.Empty));
        var nobody = await Assert.ThrowsAsync<RpcException>(() => client.RaiseEventAsync("nobody", "Go"));
        Assert.Equal(StatusCode.NotFound, nobody.StatusCode);
        await client.TerminateInstanceAsync("nobody");
        await client.SuspendInstanceAsync("nobody");
        await client.ResumeInstanceAsync("nobody");
        Assert.Equal(0, (await client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => client.RestartAsync("nobody"));
        Assert.Equal("An orchestration with the instanceId nobody was not found.", unknown.Message);
        Assert.Null(await client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task RaiseEvent_FinishedInstance_IsRefusedAsByTheRealHost()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Waiting, "invoer");
        await host.Client.RaiseEventAsync(id, "Go", "klaar");
        await host.Client.WaitForInstanceCompletionAsync(id, Limit);

        var refused = await Assert.ThrowsAsync<RpcException>(() => host.Client.RaiseEventAsync(id, "Go", "te laat"));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
    }

    [Fact]
    public async Task Metadata_WithoutInputsAndOutputs_HasNoTexts()
    {
        var host = await StartAsync();
        var id = await host.StartedAsync(Waiting, "invoer");
        await host.Client.RaiseEventAsync(id, "Go", "fail");
        var end = await host.Client.WaitForInstanceCompletionAsync(id, Limit);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Null(end.SerializedInput);
        Assert.Null(end.SerializedOutput);
        Assert.Null(end.FailureDetails);
        Assert.Throws<InvalidOperationException>(() => end.ReadInputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restart_OfAFinishedOne_RunsWithTheSameInput(bool newId)
    {
        var host = await StartAsync();
        await host.StartedAsync(Waiting, "invoer ", new("one"));
        await host.Client.RaiseEventAsync("one", "Go", "eerst");
        await host.EndOfAsync("one");

        var id = await host.Client.RestartAsync("one", newId);
        await host.Client.RaiseEventAsync(id, "Go", "opnieuw");

        Assert.Equal(newId, id != "one");
        Assert.Equal("invoer opnieuw", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Restart_OfARunningOne_IsRefused()
    {
        var host = await StartAsync();
        await host.StartedAsync(Waiting, options: new("one"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RestartAsync("one"));
    }

    private static Task<string> StatusAsync(HubHost host, string id, OrchestrationRuntimeStatus status) =>
        Eventually.FindAsync($"status {status}", async () => (await host.Client.GetInstanceAsync(id))!.RuntimeStatus == status ? "" : null);
}
