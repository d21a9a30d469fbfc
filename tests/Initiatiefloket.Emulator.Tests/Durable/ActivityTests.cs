using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class ActivityTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Orchestrator = "Orchestrator";

    [Fact]
    public async Task CallActivity_WithInput_ReturnsItsOutput()
    {
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc<string, string>(Orchestrator, (context, name) => context.CallActivityAsync<string>("Greet", name))
                .AddActivityFunc<string, string>("Greet", (_, name) => $"Dag, {name}!"),
            Orchestrator,
            "Tukker");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("Dag, Tukker!", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallActivity_InAChain_RunsEachActivityOnce()
    {
        var calls = new int[5];
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc<int, int>(Orchestrator, async (context, number) =>
                {
                    for (var step = 0; step < 5; step++)
                    {
                        number = await context.CallActivityAsync<int>("Add", new Addition(step, number));
                    }

                    return number;
                })
                .AddActivityFunc<Addition, int>("Add", (_, addition) =>
                {
                    Interlocked.Increment(ref calls[addition.Step]);
                    return addition.Number + 1;
                }),
            Orchestrator,
            10);

        Assert.Equal(15, end.ReadOutputAs<int>());
        Assert.Equal([1, 1, 1, 1, 1], calls);
    }

    [Fact]
    public async Task CallActivity_WithoutInputAndOutput_Completes()
    {
        var seen = new List<object?>();
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, async context =>
                {
                    await context.CallActivityAsync("Silent");
                    return await context.CallActivityAsync<Addition?>("Null", input: null) is null;
                })
                .AddActivityFunc<string?>("Silent", (_, input) => seen.Add(input))
                .AddActivityFunc<Addition?, Addition?>("Null", (_, input) => input),
            Orchestrator);

        Assert.True(end.ReadOutputAs<bool>());
        Assert.Equal([null], seen);
    }

    [Fact]
    public async Task CallActivity_ThousandAtOnce_GathersAllOutputs()
    {
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, async context =>
                {
                    var squares = await Task.WhenAll(
                        Enumerable.Range(1, 1000).Select(number => context.CallActivityAsync<int>("Square", number)));
                    return squares.Sum();
                })
                .AddActivityFunc<int, int>("Square", (_, number) => number * number),
            Orchestrator);

        Assert.Equal(333_833_500, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task CallActivity_ThatThrows_FailsWithTheDetails()
    {
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync("Explode"))
                .AddActivityFunc("Explode", (TaskActivityContext _) =>
                    throw new InvalidOperationException("Kaboem", new ArgumentNullException("fuse"))),
            Orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        var failure = end.FailureDetails!;
        Assert.Equal(typeof(TaskFailedException).FullName, failure.ErrorType);
        Assert.Equal("Task 'Explode' (#0) failed with an unhandled exception: Kaboem", failure.ErrorMessage);
        Assert.True(failure.InnerFailure!.IsCausedBy<InvalidOperationException>());
        Assert.True(failure.InnerFailure.IsCausedBy<SystemException>());
        Assert.Equal("Kaboem", failure.InnerFailure.ErrorMessage);
        Assert.NotNull(failure.InnerFailure.StackTrace);
        Assert.True(failure.InnerFailure.InnerFailure!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task CallActivity_ThatThrows_CanBeCaught()
    {
        var end = await RunAsync(
            tasks => tasks
                .AddOrchestratorFunc(Orchestrator, async context =>
                {
                    try
                    {
                        await context.CallActivityAsync("Explode");
                        return "nothing";
                    }
                    catch (TaskFailedException failed)
                    {
                        return $"{failed.TaskName} {failed.TaskId} {failed.FailureDetails.ErrorMessage}";
                    }
                })
                .AddActivityFunc("Explode", (TaskActivityContext _) => throw new InvalidOperationException("Kaboem")),
            Orchestrator);

        Assert.Equal("Explode 0 Kaboem", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallActivity_WithInputThatDoesNotFit_FailsThatInstanceOnly()
    {
        var host = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, int>(Orchestrator, (context, text) => context.CallActivityAsync<int>("Double", text))
            .AddOrchestratorFunc<int, int>("Other", (context, number) => context.CallActivityAsync<int>("Double", number))
            .AddActivityFunc<int, int>("Double", (_, number) => number * 2));

        var poisoned = await host.RunAsync(Orchestrator, "twee");
        var other = await host.RunAsync("Other", 2);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, poisoned.RuntimeStatus);
        Assert.Contains("could not be converted to System.Int32", poisoned.FailureDetails!.ErrorMessage);
        Assert.Equal(4, other.ReadOutputAs<int>());
    }

    [Fact]
    public async Task CallActivity_OfAClass_GetsItsOwnServices()
    {
        var host = await StartAsync(Setup with
        {
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync<string>(nameof(Visit)))
                .AddActivity<Visit>(),
            Worker = worker => worker.Services.AddScoped<Doorbell>(),
        });

        var first = await host.RunAsync(Orchestrator);
        var second = await host.RunAsync(Orchestrator);

        Assert.Equal("1 ring", first.ReadOutputAs<string>());
        Assert.Equal("1 ring", second.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallActivity_WithPropertiesProvider_KeepsPropertiesOfTheException()
    {
        var host = await StartAsync(Setup with
        {
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => context.CallActivityAsync("Explode"))
                .AddActivityFunc("Explode", (TaskActivityContext _) => throw new InvalidOperationException("Kaboem")),
            Worker = worker => worker.Services.AddSingleton<IExceptionPropertiesProvider, Provider>(),
        });

        var properties = (await host.RunAsync(Orchestrator)).FailureDetails!.InnerFailure!.Properties!;

        Assert.Equal("een", properties["Text"]);
        Assert.Equal(2.0, properties["Number"]);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), properties["Date"]);
        Assert.Equal([1.0, null], (IEnumerable<object?>)properties["List"]!);
        Assert.Null(properties["Nothing"]);
    }

    [Fact]
    public async Task CallActivity_MoreAtOnceThanTheLimit_RunsNoMoreThanThat()
    {
        var (running, most) = (0, 0);
        var host = await StartAsync(Setup with
        {
            Options = options => (options.MaxConcurrentActivities, options.MaxConcurrentOrchestrators) = (2, 1),
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Orchestrator, context => Task.WhenAll(
                    Enumerable.Range(0, 12).Select(_ => context.CallActivityAsync("Count"))))
                .AddActivityFunc("Count", async (TaskActivityContext _) =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref running));
                    await Task.Yield();
                    Interlocked.Decrement(ref running);
                }),
        });

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.RunAsync(Orchestrator)));

        Assert.InRange(most, 1, 2);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = most; known < value; known = most)
        {
            Interlocked.CompareExchange(ref most, value, known);
        }
    }

    private sealed record Addition(int Step, int Number);

    private sealed class Doorbell
    {
        private int _rings;

        public string Ring() => $"{++_rings} ring";
    }

    private sealed class Visit(Doorbell doorbell) : TaskActivity<object?, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, object? input) => Task.FromResult(doorbell.Ring());
    }

    private sealed class Provider : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => new Dictionary<string, object?>
        {
            ["Text"] = "een",
            ["Number"] = 2,
            ["Date"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            ["List"] = new List<object?> { 1, null },
            ["Nothing"] = null,
        };
    }
}
