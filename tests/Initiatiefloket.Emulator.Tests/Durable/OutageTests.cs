using System.Diagnostics;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>Storage goes away in the middle of everything and comes back: with an Azurite of its own.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private const int Instances = 40;
    private const string Orchestrator = "Orchestrator";
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    private readonly AzuriteFixture _azurite = new();

    public Task InitializeAsync() => _azurite.StartAsync();

    public Task DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Storage_AwayForTwentySeconds_WorkflowsDoNotNotice()
    {
        await using var host = await HubHost.StartAsync(new HubSetup(_azurite.ConnectionString, "Outage") { Tasks = Register });
        var ids = Enumerable.Range(0, Instances).Select(number => $"instance-{number}").ToList();
        await Task.WhenAll(ids.Select(id => host.StartedAsync(Orchestrator, options: new(id))));

        await _azurite.StopAsync();
        await ExpectRefusalsAsync(host.Client, ids[0]);
        await _azurite.StartAsync();

        await Task.WhenAll(ids.Select(RaiseAsync));
        var ends = await Task.WhenAll(ids.Select(host.EndOfAsync));
        Assert.All(ends, end => Assert.Equal("30", end.SerializedOutput));

        Task<string> RaiseAsync(string id) => Eventually.FindAsync("an event that is accepted", async () =>
        {
            await host.Client.RaiseEventAsync(id, "Go");
            return "";
        });
    }

    // Activities and timers that go on before, during and after the outage, and an event after it.
    private static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc(Orchestrator, async context =>
        {
            var sum = 0;
            for (var step = 0; step < 30; step++)
            {
                sum += await context.CallActivityAsync<int>("One");
                await context.CreateTimer(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }

            await context.WaitForExternalEvent<object?>("Go");
            return sum;
        })
        .AddActivityFunc("One", (TaskActivityContext _) => 1);

    // Clients are told that it did not work; meanwhile the time passes.
    private static async Task ExpectRefusalsAsync(DurableTaskClient client, string id)
    {
        var stopped = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(stopped) < Outage)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => client.RaiseEventAsync(id, "Never"));
        }
    }
}
