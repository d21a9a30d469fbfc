using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class EventTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    [Fact]
    public async Task Raise_WhileItWaits_GoesOnWithThePayload()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.WaitForExternalEvent<Answer>("Answer")));

        var id = await host.StartedAsync(Orchestrator);
        await host.Client.RaiseEventAsync(id, "Answer", new Answer("ja", 2));

        Assert.Equal(new Answer("ja", 2), (await host.EndOfAsync(id)).ReadOutputAs<Answer>());
    }

    [Fact]
    public async Task Raise_BeforeItWaits_IsKeptUntilThen()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            await context.WaitForExternalEvent<string>("Go");
            return await context.WaitForExternalEvent<string>("Early");
        }));

        var id = await host.StartedAsync(Orchestrator);
        await host.Client.RaiseEventAsync(id, "EARLY", "op tijd");
        await host.Client.RaiseEventAsync(id, "Go", "");

        Assert.Equal("op tijd", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Raise_ManyOfOneName_ComeInOrder()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            var received = new List<int>();
            for (var count = 0; count < 100; count++)
            {
                received.Add(await context.WaitForExternalEvent<int>("Number"));
            }

            return received;
        }));

        var id = await host.StartedAsync(Orchestrator);
        for (var number = 0; number < 100; number++)
        {
            await host.Client.RaiseEventAsync(id, "Number", number);
        }

        Assert.Equal(Enumerable.Range(0, 100), (await host.EndOfAsync(id)).ReadOutputAs<List<int>>()!);
    }

    [Fact]
    public async Task Raise_ForSeveralWaiters_GoesToTheNewestFirst()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, context =>
            Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.WaitForExternalEvent<int>("Number")))));

        var id = await host.StartedAsync(Orchestrator);
        for (var number = 1; number <= 3; number++)
        {
            await host.Client.RaiseEventAsync(id, "Number", number);
        }

        var end = await host.EndOfAsync(id);
        Assert.Equal([3, 2, 1], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task Wait_ThatWasCancelled_TakesNoLaterEvent()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            using var giveUp = new CancellationTokenSource();
            var older = context.WaitForExternalEvent<string>("Answer");
            var abandoned = context.WaitForExternalEvent<string>("Answer", giveUp.Token);
            giveUp.Cancel();
            var isCancelled = abandoned.IsCanceled;
            return $"{isCancelled} {await older}";
        }));

        var id = await host.StartedAsync(Orchestrator);
        await host.Client.RaiseEventAsync(id, "Answer", "voor de eerste");

        Assert.Equal("True voor de eerste", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Wait_WithTimeout_IsCancelledWhenNothingComes()
    {
        var clock = new ManualClock(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("Answer", TimeSpan.FromDays(1));
                }
                catch (OperationCanceledException)
                {
                    return await context.WaitForExternalEvent<string>("Answer", TimeSpan.FromDays(1));
                }
            }),
        });

        var id = await host.StartedAsync(Orchestrator);
        clock.Advance(TimeSpan.FromDays(1));
        await Eventually.FindAsync("the second wait", async () =>
            (await host.Client.GetInstanceAsync(id))!.LastUpdatedAt == clock.GetUtcNow() ? "" : null);
        await host.Client.RaiseEventAsync(id, "Answer", "toch nog");

        Assert.Equal("toch nog", (await host.EndOfAsync(id)).ReadOutputAs<string>());
        await Eventually.FindAsync("no timer left", async () => (await host.TimersAsync()).Count == 0 ? "" : null);
    }

    [Fact]
    public async Task Wait_WithTimeoutAndAnEventInTime_RemovesItsTimer()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            var answer = await context.WaitForExternalEvent<string>("Answer", TimeSpan.FromDays(1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("End");
            return answer;
        }));

        var id = await host.StartedAsync(Orchestrator);
        await host.Client.RaiseEventAsync(id, "Answer", "op tijd");
        await Eventually.FindAsync("no timer left", async () => (await host.TimersAsync()).Count == 0 ? "" : null);
        await host.Client.RaiseEventAsync(id, "End", "");

        Assert.Equal("op tijd", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Wait_WithTimeoutThatIsCancelled_EndsAndTakesNoLaterEvent()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
        {
            using var giveUp = new CancellationTokenSource();
            var abandoned = context.WaitForExternalEvent<string>("Answer", TimeSpan.FromDays(1), giveUp.Token);
            await context.WaitForExternalEvent<string>("Stop");
            giveUp.Cancel();
            var later = context.WaitForExternalEvent<string>("Answer");
            return $"{abandoned.IsCanceled} {await later}";
        }));

        var id = await host.StartedAsync(Orchestrator);
        await host.Client.RaiseEventAsync(id, "Stop", "");
        await host.Client.RaiseEventAsync(id, "Answer", "voor de tweede");

        Assert.Equal("True voor de tweede", (await host.EndOfAsync(id)).ReadOutputAs<string>());
        await Eventually.FindAsync("no timer left", async () => (await host.TimersAsync()).Count == 0 ? "" : null);
    }

    [Fact]
    public async Task Wait_WithAnotherType_IsRefused()
    {
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc(Orchestrator, async context =>
            {
                _ = context.WaitForExternalEvent<string>("Answer");
                await context.WaitForExternalEvent<int>("answer");
            }),
            Orchestrator);

        Assert.Equal(typeof(ArgumentException).FullName, end.FailureDetails!.ErrorType);
        Assert.Contains("Expected System.String but was requested System.Int32", end.FailureDetails.ErrorMessage);
    }

    [Fact]
    public async Task Raise_WithPayloadThatDoesNotFit_FailsThatInstance()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.WaitForExternalEvent<int>("Number")));

        var id = await host.StartedAsync(Orchestrator);
        await host.Client.RaiseEventAsync(id, "Number", "twee");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Raise_WhileEverythingIsDown_ArrivesAfterTheStart()
    {
        Action<DurableTaskRegistry> tasks = registry =>
            registry.AddOrchestratorFunc(Orchestrator, context => context.WaitForExternalEvent<string>("Answer"));
        var first = await StartAsync(tasks);
        var id = await first.StartedAsync(Orchestrator);
        await first.DisposeAsync();
        var clientOnly = await StartAsync(Setup with { HasWorker = false });
        await clientOnly.Client.RaiseEventAsync(id, "Answer", "bewaard");

        var second = await StartAsync(tasks);

        Assert.Equal("bewaard", (await second.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private sealed record Answer(string Text, int Number);
}
