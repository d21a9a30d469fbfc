using System.Globalization;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>Starts hosts on task hubs, and waits for orchestrations with a limit.</summary>
[Collection(nameof(DurableAzurite))]
public abstract class DurableTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static int _hubs;

    private readonly List<HubHost> _hosts = [];

    protected static CancellationToken Limit => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    /// <summary>The hub of this test.</summary>
    private protected HubSetup Setup { get; } = new(
        azurite.ConnectionString, string.Create(CultureInfo.InvariantCulture, $"Hub{Interlocked.Increment(ref _hubs)}"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    private protected Task<HubHost> StartAsync(Action<DurableTaskRegistry> tasks) => StartAsync(Setup with { Tasks = tasks });

    private protected async Task<HubHost> StartAsync(HubSetup setup)
    {
        var host = await HubHost.StartAsync(setup);
        _hosts.Add(host);
        return host;
    }

    private protected async Task<OrchestrationMetadata> RunAsync(
        Action<DurableTaskRegistry> tasks, TaskName orchestrator, object? input = null)
    {
        var host = await StartAsync(tasks);
        return await host.RunAsync(orchestrator, input);
    }
}
