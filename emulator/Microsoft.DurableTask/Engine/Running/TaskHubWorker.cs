using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>The worker of this project: waits for its turn on the hub and then works on it.</summary>
internal sealed class TaskHubWorker : DurableTaskWorker
{
    private readonly TaskHub _hub;
    private readonly TaskRuntime _runtime;

    public TaskHubWorker(
        string name,
        IDurableTaskFactory factory,
        TaskHub hub,
        IOptions<TaskHubOptions> hubOptions,
        IOptionsMonitor<DurableTaskWorkerOptions> options,
        IServiceProvider services,
        ILoggerFactory loggers,
        InstanceFilter filter,
        IExceptionPropertiesProvider? properties = null)
        : base(name, factory)
    {
        _hub = hub;
        ExceptionPropertiesProvider = properties;
        var own = options.Get(name);
        own.Versioning ??= hubOptions.Value.DefaultVersion is { } version ? new() { DefaultVersion = version } : null;
        _runtime = new(factory, own, services, loggers, filter, properties)
        {
            MaxSteps = hubOptions.Value.MaxConcurrentOrchestrators ?? own.Concurrency.MaximumConcurrentOrchestrationWorkItems,
            MaxActivities = hubOptions.Value.MaxConcurrentActivities ?? own.Concurrency.MaximumConcurrentActivityWorkItems,
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _hub.Outage.RideAsync(_hub.Storage.EnsureCreatedAsync, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await WorkAsync(stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        using var lease = new HubLease(_hub.Storage, _hub.Outage, _hub.Logger);
        await lease.AcquireAsync(stoppingToken);
        using var ended = new CancellationTokenSource();
        var renewing = lease.RenewAsync(ended.Token);
        EngineLog.Working(_hub.Logger, _hub.Storage.Hub);
        try
        {
            await new HubEngine(_hub, lease, _runtime).RunAsync(stoppingToken);
        }
        finally
        {
            await ended.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await lease.ReleaseAsync();
        }
    }
}
