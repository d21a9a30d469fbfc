using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Benchmarks;

/// <summary>A host with a client and a worker on a task hub, as the app has.</summary>
internal sealed class BenchHub : IAsyncDisposable
{
    private readonly IHost _host;

    private BenchHub(IHost host) => _host = host;

    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableTaskClient>();

    public TaskHubStorage Storage => _host.Services.GetRequiredService<TaskHub>().Storage;

    /// <summary>From nothing until the first new instance has run.</summary>
    public TimeSpan StartedIn { get; private init; }

    public static async Task<BenchHub> StartAsync(string connection, string hub)
    {
        var started = Stopwatch.GetTimestamp();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<TaskHubOptions>(options => (options.HubName, options.ConnectionString) = (hub, connection));
        builder.Services.AddDurableTaskClient();
        builder.Services.AddDurableTaskWorker(worker => worker.AddTasks(Workflows.Register));
        var host = builder.Build();
        await host.StartAsync();
        await RunAsync(host.Services.GetRequiredService<DurableTaskClient>(), Workflows.Nothing);
        return new(host) { StartedIn = Stopwatch.GetElapsedTime(started) };
    }

    /// <summary>Starts an instance and waits for its end.</summary>
    public Task RunAsync(string orchestrator) => RunAsync(Client, orchestrator);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static async Task RunAsync(DurableTaskClient client, string orchestrator) =>
        await client.WaitForInstanceCompletionAsync(await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, "input"));
}
