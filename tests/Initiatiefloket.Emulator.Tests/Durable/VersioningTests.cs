using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class VersioningTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    private readonly ManualClock _clock = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(VersionMatchStrategy.None, "0.1", "0.2", null)]
    [InlineData(VersionMatchStrategy.Strict, "1.0", "1.0", null)]
    [InlineData(VersionMatchStrategy.Strict, "0.1", "0.2", "The orchestration version '0.2' does not match the worker version '0.1'.")]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.10", "0.2", null)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.1", "0.2", "The orchestration version '0.2' is greater than the worker version '0.1'.")]
    public async Task Version_ThatTheWorkerDoesNotTake_FailsTheInstance(
        VersionMatchStrategy strategy, string worker, string instance, string? expected)
    {
        var host = await StartAsync(Worker(worker, strategy, VersionFailureStrategy.Fail));

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(Orchestrator, new StartOrchestrationOptions { Version = instance });
        var end = await host.EndOfAsync(id);

        Assert.Equal(expected is null ? null : "VersionMismatch", end.FailureDetails?.ErrorType);
        Assert.Equal(expected, end.FailureDetails?.ErrorMessage);
    }

    [Fact]
    public async Task Version_OfTheClient_ReachesOrchestratorAndActivity()
    {
        var host = await StartAsync(Setup with
        {
            Client = client => Microsoft.DurableTask.Client.DurableTaskBuilderExtensions.UseDefaultVersion(client, "1.5"),
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, async context =>
                    $"{context.Version} {context.CompareVersionTo("1.10")} {await context.CallActivityAsync<string>("Version")}")
                .AddActivityFunc("Version", context => context.Version),
        });

        Assert.Equal("1.5 -1 1.5", (await host.RunAsync(Orchestrator)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Version_OfHostJson_IsTheDefault()
    {
        var host = await StartAsync(Setup with
        {
            Options = options => options.DefaultVersion = "3.0",
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, async context =>
                    $"{context.Version} {await context.CallSubOrchestratorAsync<string>("Child")}")
                .AddOrchestratorFunc("Child", context => context.Version),
        });

        Assert.Equal("3.0 3.0", (await host.RunAsync(Orchestrator)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Version_ThatTheWorkerRejects_WaitsForAWorkerThatTakesIt()
    {
        var old = await StartAsync(Worker("1.0", VersionMatchStrategy.Strict, VersionFailureStrategy.Reject));
        var id = await old.Client.ScheduleNewOrchestrationInstanceAsync(Orchestrator, new StartOrchestrationOptions { Version = "2.0" });
        await LeftAloneAsync(old, "The orchestration version '2.0' does not match the worker version '1.0'.");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await old.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await old.DisposeAsync();

        var next = await StartAsync(Worker("2.0", VersionMatchStrategy.Strict, VersionFailureStrategy.Reject));
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("2.0", (await next.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Obsolete("The filter is experimental in the real package.")]
    public async Task Filter_ThatDoesNotAdmit_LeavesTheInstanceUntilItDoes()
    {
        var filter = new DenyingFilter { Denied = "proef" };
        var setup = Worker("1.0", VersionMatchStrategy.None, VersionFailureStrategy.Reject);
        var host = await StartAsync(setup with { Worker = worker => worker.UseOrchestrationFilter(filter) });
        var tagged = new StartOrchestrationOptions { Tags = new Dictionary<string, string> { ["soort"] = "proef" } };

        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(Orchestrator, tagged);
        var other = await host.RunAsync(Orchestrator);
        await LeftAloneAsync(host, "the orchestration filter does not admit it");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, other.RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        filter.Denied = null;
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.EndOfAsync(id)).RuntimeStatus);
        Assert.Equal(Orchestrator, filter.LastName);
    }

    [Fact]
    public async Task Versions_OfOneName_RunTheirOwnClass()
    {
        var host = await StartAsync(tasks => tasks.AddOrchestrator<First>().AddOrchestrator<Second>());

        var first = await host.StartedAsync("Greet", options: new() { Version = "1" });
        var second = await host.StartedAsync("greet", options: new() { Version = "2" });
        var third = await host.StartedAsync("Greet", options: new() { Version = "3" });
        var none = await host.RunAsync("Greet");

        Assert.Equal("eerste", (await host.EndOfAsync(first)).ReadOutputAs<string>());
        Assert.Equal("tweede", (await host.EndOfAsync(second)).ReadOutputAs<string>());
        Assert.Equal(
            "OrchestratorTaskNotFound: No orchestrator task named 'Greet' with version '3' was found.",
            (await host.EndOfAsync(third)).FailureDetails!.ToString());
        Assert.Equal("No orchestrator task named 'Greet' was found.", none.FailureDetails!.ErrorMessage);
    }

    private HubSetup Worker(string version, VersionMatchStrategy match, VersionFailureStrategy failure) => Setup with
    {
        Clock = _clock,
        Worker = worker => worker.UseVersioning(new() { Version = version, MatchStrategy = match, FailureStrategy = failure }),
        Tasks = tasks => tasks.AddOrchestratorFunc(Orchestrator, context => context.Version),
    };

    private static Task<string> LeftAloneAsync(HubHost host, string reason) => Eventually.FindAsync(
        "the log", () => Task.FromResult(host.Logs.Lines.Any(line => line.Message.Contains(reason, StringComparison.Ordinal)) ? "" : null));

    [DurableTask("Greet", Version = "1")]
    private sealed class First : TaskOrchestrator<string?, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string? input) => Task.FromResult("eerste");
    }

    [DurableTask("Greet", Version = "2")]
    private sealed class Second : TaskOrchestrator<string?, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string? input) => Task.FromResult("tweede");
    }

    [Obsolete("The filter is experimental in the real package.")]
    private sealed class DenyingFilter : IOrchestrationFilter
    {
        public string? Denied { get; set; }

        public string? LastName { get; private set; }

        public ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default)
        {
            LastName = info.Name;
            return ValueTask.FromResult(info.Tags?.GetValueOrDefault("soort") is not { } tag || tag != Denied);
        }
    }
}
