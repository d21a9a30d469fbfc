using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class RetryTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task CallActivity_WithRetryPolicy_TriesAsOftenAsItSays(int attempts)
    {
        var calls = 0;
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync(
                    "Explode", TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, TimeSpan.FromMilliseconds(1)))))
                .AddActivityFunc("Explode", (TaskActivityContext _) =>
                {
                    Interlocked.Increment(ref calls);
                    throw new InvalidOperationException("Kaboem");
                }),
            Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(attempts, calls);
    }

    [Fact]
    public async Task CallActivity_WithRetryPolicy_WaitsLongerEachTimeUpToTheLimit()
    {
        var clock = new ManualClock(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var times = new List<TimeSpan>();
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(3));
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync("Explode", TaskOptions.FromRetryPolicy(policy)))
                .AddActivityFunc("Explode", (TaskActivityContext _) =>
                {
                    times.Add(clock.GetUtcNow().TimeOfDay);
                    throw new InvalidOperationException("Kaboem");
                }),
        });

        var id = await host.StartedAsync(Orchestrator);
        foreach (var minutes in new[] { 1, 2, 3, 3 })
        {
            await host.WaitForTimerAsync(clock.GetUtcNow().AddMinutes(minutes));
            clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        var end = await host.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal([0, 1, 3, 6, 9], times.Select(time => time.TotalMinutes));
    }

    [Fact]
    public async Task CallActivity_WithRetryHandler_AsksItForEachFailure()
    {
        var asked = new List<int>();
        var calls = 0;
        var options = TaskOptions.FromRetryHandler(retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying)
            {
                asked.Add(retry.LastAttemptNumber);
            }

            return retry.LastFailure.IsCausedBy<InvalidOperationException>() && retry.LastAttemptNumber < 3;
        });
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync("Explode", options))
                .AddActivityFunc("Explode", (TaskActivityContext _) =>
                {
                    Interlocked.Increment(ref calls);
                    throw new InvalidOperationException("Kaboem");
                }),
            Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal([1, 2, 3], asked);
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task CallActivity_ThatDoesNotExist_FailsWithoutRetry()
    {
        var options = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1)));
        var end = await RunAsync(
            tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync("Gone", options)), Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Contains("No activity task named 'Gone' was found.", end.FailureDetails.ErrorMessage);
    }

    [Fact]
    public async Task CallActivity_WithRetryTimeout_StopsTryingWhenThatIsOver()
    {
        var clock = new ManualClock(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var calls = 0;
        var policy = new RetryPolicy(100, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2));
        var host = await StartAsync(Setup with
        {
            Clock = clock,
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync("Explode", TaskOptions.FromRetryPolicy(policy)))
                .AddActivityFunc("Explode", (TaskActivityContext _) =>
                {
                    Interlocked.Increment(ref calls);
                    throw new InvalidOperationException("Kaboem");
                }),
        });

        var id = await host.StartedAsync(Orchestrator);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await host.WaitForTimerAsync(clock.GetUtcNow().AddMinutes(1));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndOfAsync(id)).RuntimeStatus);
        Assert.Equal(3, calls);
    }
}
