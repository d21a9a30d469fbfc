using Initiatiefloket.Testing;
using Microsoft.DurableTask;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class SubOrchestrationTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    [Fact]
    public async Task SubOrchestration_OfItself_AddsUp()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc<int, int>(Orchestrator, async (context, depth) =>
                5 + (depth < 3 ? await context.CallSubOrchestratorAsync<int>(Orchestrator, depth + 1) : 0)),
            Orchestrator,
            1);

        Assert.Equal(15, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task SubOrchestration_WithOwnId_KnowsItsParentAndKeepsItsTags()
    {
        var host = await StartAsync(tasks => tasks
            .AddOrchestratorFunc(Orchestrator, context => context.CallSubOrchestratorAsync<string>(
                "Child", new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-child", Tags = new Dictionary<string, string> { ["a"] = "b" } }))
            .AddOrchestratorFunc("Child", context => $"{context.Parent!.Name} {context.Parent.InstanceId}"));

        var end = await host.RunAsync(Orchestrator);
        var child = await host.Client.GetInstanceAsync($"{end.InstanceId}-child");

        Assert.Equal($"{Orchestrator} {end.InstanceId}", end.ReadOutputAs<string>());
        Assert.Equal("b", child!.Tags["a"]);
    }

    [Fact]
    public async Task SubOrchestration_ThatFails_IsRetriedUnderTheSameId()
    {
        var runs = 0;
        var options = new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromMilliseconds(1)), "the-child");
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallSubOrchestratorAsync<int>("Child", options))
                .AddOrchestratorFunc("Child", _ => Interlocked.Increment(ref runs) < 3 ? throw new NotSupportedException("not yet") : runs),
            Orchestrator);

        Assert.Equal(3, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task SubOrchestration_ThatFails_PassesOnTheWholeChain()
    {
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallSubOrchestratorAsync("Child"))
                .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Explode"))
                .AddActivityFunc("Explode", (TaskActivityContext _) => throw new NotSupportedException("first", new FormatException("second"))),
            Orchestrator);

        var failure = end.FailureDetails!;
        Assert.True(failure.IsCausedBy<TaskFailedException>());
        Assert.Contains("'Child'", failure.ErrorMessage);
        Assert.True(failure.InnerFailure!.IsCausedBy<TaskFailedException>());
        Assert.Contains("'Explode'", failure.InnerFailure.ErrorMessage);
        Assert.Equal("first", failure.InnerFailure.InnerFailure!.ErrorMessage);
        Assert.True(failure.InnerFailure.InnerFailure.InnerFailure!.IsCausedBy<FormatException>());
    }
}
