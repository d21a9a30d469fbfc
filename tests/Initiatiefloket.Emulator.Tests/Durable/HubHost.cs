using Azure.Data.Tables;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>A host with a client and usually a worker on a task hub.</summary>
internal sealed class HubHost : IAsyncDisposable
{
    private readonly IHost _host;

    private HubHost(IHost host, CapturedLogs logs) => (_host, Logs) = (host, logs);

    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableTaskClient>();

    public TaskHubStorage Storage => _host.Services.GetRequiredService<TaskHub>().Storage;

    public InstanceStore Instances => _host.Services.GetRequiredService<TaskHub>().Instances;

    public CapturedLogs Logs { get; }

    public static async Task<HubHost> StartAsync(HubSetup setup)
    {
        var logs = new CapturedLogs();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(logs);
        builder.Services.AddSingleton(setup.Clock);
        builder.Services.Configure<TaskHubOptions>(options =>
        {
            options.HubName = setup.Hub;
            options.ConnectionString = setup.ConnectionString;
            setup.Options(options);
        });
        builder.Services.AddDurableTaskClient(setup.Client);
        if (setup.HasWorker)
        {
            builder.Services.AddDurableTaskWorker(worker =>
            {
                worker.AddTasks(setup.Tasks);
                setup.Worker(worker);
            });
        }

        var host = builder.Build();
        await host.StartAsync();
        return new(host, logs);
    }

    public async Task<OrchestrationMetadata> RunAsync(TaskName orchestrator, object? input = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, cancellation: limit.Token);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public async Task<OrchestrationMetadata> EndOfAsync(string instanceId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, limit.Token);
    }

    public async Task<string> StartedAsync(TaskName orchestrator, object? input = null, StartOrchestrationOptions? options = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, limit.Token);
        await Client.WaitForInstanceStartAsync(id, limit.Token);
        return id;
    }

    /// <summary>When the timers in storage are due.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> TimersAsync() => await Storage.Work
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"work"} and RowKey ge {"t"} and RowKey lt {"u"}"))
        .Select(row => row.GetDateTimeOffset("FireAt")!.Value)
        .ToListAsync();

    /// <summary>Waits until a timer of this moment is in storage: one that fired may still be there when the next one is about to come.</summary>
    public Task WaitForTimerAsync(DateTimeOffset due) =>
        Eventually.FindAsync($"a timer due at {due:O}", async () => (await TimersAsync()).Contains(due) ? this : null);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
