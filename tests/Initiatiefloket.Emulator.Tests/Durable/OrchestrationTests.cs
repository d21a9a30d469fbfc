using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class OrchestrationTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    [Fact]
    public async Task Run_WithoutAnything_Completes()
    {
        var end = await RunAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, _ => Task.CompletedTask), Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Null(end.SerializedOutput);
        Assert.True(end.LastUpdatedAt >= end.CreatedAt);
    }

    [Fact]
    public async Task Run_ThatThrows_FailsWithWhatItThrew()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc(Orchestrator, (TaskOrchestrationContext _) =>
                throw new NotSupportedException("Kaboem", new InvalidOperationException("inside"))),
            Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(NotSupportedException).FullName, end.FailureDetails!.ErrorType);
        Assert.Equal("Kaboem", end.FailureDetails.ErrorMessage);
        Assert.Contains(nameof(Run_ThatThrows_FailsWithWhatItThrew), end.FailureDetails.StackTrace);
        Assert.Equal("inside", end.FailureDetails.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task Run_OfAClass_GetsInputAndName()
    {
        var end = await RunAsync(tasks => tasks.AddOrchestrator<Welcome>(), nameof(Welcome), "Tukker");

        Assert.Equal("Dag Tukker van Welcome", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Run_ThatDoesNotExist_Fails()
    {
        var end = await RunAsync(_ => { }, "Gone");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("OrchestratorTaskNotFound", end.FailureDetails!.ErrorType);
        Assert.Equal("No orchestrator task named 'Gone' was found.", end.FailureDetails.ErrorMessage);
    }

    [Fact]
    public async Task Run_WithInputThatDoesNotFit_FailsThatInstanceOnly()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>(Orchestrator, (_, number) => number));

        var poisoned = await host.RunAsync(Orchestrator, "twee");
        var other = await host.RunAsync(Orchestrator, 2);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, poisoned.RuntimeStatus);
        Assert.Contains("could not be converted", poisoned.FailureDetails!.ErrorMessage);
        Assert.Equal(2, other.ReadOutputAs<int>());
    }

    [Fact]
    public async Task IsReplaying_AtEachStep_IsTrueForStepsTakenBefore()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
            {
                var seen = new List<bool> { context.IsReplaying };
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                seen.Add(context.IsReplaying);
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                seen.Add(context.IsReplaying);
                return seen;
            }),
            Orchestrator);

        Assert.Equal([true, true, false], end.ReadOutputAs<List<bool>>()!);
    }

    [Fact]
    public async Task NewGuidAndTime_OverReplays_StayTheSame()
    {
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, async context =>
                {
                    var (first, second, time) = (context.NewGuid(), context.NewGuid(), context.CurrentUtcDateTime);
                    var echoedTime = await context.CallActivityAsync<DateTime>("EchoTime", time);
                    var echoed = await context.CallActivityAsync<Guid>("EchoGuid", first);
                    var later = context.CurrentUtcDateTime;
                    return new[] { first == echoed, first != second, time == echoedTime, later > time, second != context.NewGuid() };
                })
                .AddActivityFunc<Guid, Guid>("EchoGuid", (_, value) => value)
                .AddActivityFunc<DateTime, DateTime>("EchoTime", (_, value) => value),
            Orchestrator);

        Assert.All(end.ReadOutputAs<bool[]>()!, Assert.True);
    }

    [Fact]
    public async Task ReplaySafeLogger_OverReplays_WritesEachLineOnce()
    {
        var host = await StartAsync(tasks => tasks
            .AddOrchestratorFunc(Orchestrator, async context =>
            {
                var logger = context.CreateReplaySafeLogger("Own");
                logger.LogInformation("before");
                await context.CallActivityAsync("Nothing");
                logger.LogInformation("between");
                await context.CallActivityAsync("Nothing");
                logger.LogInformation("after");
            })
            .AddActivityFunc("Nothing", (TaskActivityContext _) => Task.CompletedTask));

        await host.RunAsync(Orchestrator);

        Assert.Equal(["before", "between", "after"], host.Logs.Lines.Where(line => line.Category == "Own").Select(line => line.Message));
    }

    [Fact]
    public async Task CustomStatus_SetAlongTheWay_IsSeenByClients()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            context.SetCustomStatus("begonnen");
            var next = await context.WaitForExternalEvent<string>("Status");
            context.SetCustomStatus(next);
            await context.WaitForExternalEvent<string>("End");
            context.SetCustomStatus(null);
        }));

        var id = await host.StartedAsync(Orchestrator);
        Assert.Equal("begonnen", (await host.Client.GetInstanceAsync(id, true))!.ReadCustomStatusAs<string>());
        await host.Client.RaiseEventAsync(id, "Status", "onderweg");
        await Eventually.FindAsync("the second status", async () =>
            (await host.Client.GetInstanceAsync(id, true))!.ReadCustomStatusAs<string>() == "onderweg" ? "" : null);
        await host.Client.RaiseEventAsync(id, "End", "");
        Assert.Null((await host.EndOfAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task Send_ToAnotherInstance_ArrivesThere()
    {
        var host = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Sender", (context, to) => context.SendEvent(to, "Hello", context.InstanceId))
            .AddOrchestratorFunc(Orchestrator, context => context.WaitForExternalEvent<string>("hello")));

        var receiver = await host.StartedAsync(Orchestrator);
        var sender = await host.RunAsync("Sender", receiver);

        Assert.Equal(sender.InstanceId, (await host.EndOfAsync(receiver)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Code_ThatChangedMeanwhile_FailsWithTheStepThatDiffers()
    {
        var before = await StartAsync(Changing("Old"));
        var id = await before.StartedAsync(Orchestrator);
        await Eventually.FindAsync("the first step", async () =>
            (await before.Client.GetInstanceAsync(id, true))!.SerializedCustomStatus is null ? null : "");
        await before.DisposeAsync();

        var after = await StartAsync(Changing("New"));
        await after.Client.RaiseEventAsync(id, "Go", "");
        var end = await after.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", end.FailureDetails!.ErrorType);
        Assert.StartsWith(
            "Non-Deterministic workflow detected: step #0 of this instance was activity 'Old', but the current code takes activity 'New' there.",
            end.FailureDetails.ErrorMessage);
    }

    private static Action<DurableTaskRegistry> Changing(string activity) => tasks => tasks
        .AddOrchestratorFunc(Orchestrator, async context =>
        {
            await context.CallActivityAsync(activity);
            context.SetCustomStatus("past the activity");
            await context.WaitForExternalEvent<string>("Go");
        })
        .AddActivityFunc(activity, (TaskActivityContext _) => Task.CompletedTask);

    private sealed class Welcome : TaskOrchestrator<string, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string input) =>
            Task.FromResult($"Dag {input} van {context.Name}");
    }
}
