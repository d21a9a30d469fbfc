using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Platform;

/// <summary>
/// Prepares the app, as often as it takes. The Functions worker takes calls from the host before hosted services have started, so functions wait for this one
/// (<see cref="ReadinessAwaited"/>); and an outage must not end the process: at a first deployment roles take minutes to reach storage.
/// </summary>
public sealed partial class Readiness : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IPreparation> _preparations;
    private readonly IHostApplicationLifetime _app;
    private readonly ILogger<Readiness> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<(Task Done, long Begun)> _ready;

    /// <param name="preparations">What to do, in this order.</param>
    /// <param name="app">Is stopped when it turns out after the start that the app cannot be prepared.</param>
    /// <param name="logger">Where outages are reported.</param>
    public Readiness(IEnumerable<IPreparation> preparations, IHostApplicationLifetime app, ILogger<Readiness> logger)
    {
        _preparations = [.. preparations];
        _app = app;
        _logger = logger;
        _ready = new(() => (PrepareAsync(_stop.Token), Stopwatch.GetTimestamp()));
    }

    /// <summary>How long the start waits.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waits until the app is prepared.</summary>
    /// <param name="patience">How long preparing may take, from its beginning: in a long outage nobody waits for a page without hope.</param>
    /// <exception cref="TimeoutException">It takes longer; it goes on.</exception>
    public Task WaitAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var (done, begun) = _ready.Value;
        var left = patience - Stopwatch.GetElapsedTime(begun);
        return done.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation);
    }

    /// <summary>Prepares the app. Returns without having done so when storage is out.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WaitAsync(StartPatience, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Functions wait from here on.
            _ = StopAppWhenThisFailsAsync();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();

    private async Task StopAppWhenThisFailsAsync()
    {
        try
        {
            await _ready.Value.Done;
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            Log.CannotBePrepared(_logger, failure);
            _app.StopApplication();
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        while (!await TryAsync(cancellation))
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var preparation in _preparations)
            {
                await preparation.PrepareAsync(cancellation);
            }

            return true;
        }
        catch (Exception outage) when (Retries.IsOutage(outage) && !cancellation.IsCancellationRequested)
        {
            Log.NotPreparedYet(_logger, outage);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The app is not prepared yet, functions wait.")]
        public static partial void NotPreparedYet(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Critical, "The app cannot be prepared, and stops.")]
        public static partial void CannotBePrepared(ILogger logger, Exception exception);
    }
}

/// <summary>
/// On a developer's machine: prepares the app before it tells the host that it is there. What cannot be prepared then ends the host with its reason; later on the
/// host would start the app again and again. In Azure, where both go at once, the first page comes sooner.
/// </summary>
public sealed class PreparedFirst(Readiness readiness) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await readiness.WaitAsync(readiness.StartPatience, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Storage is out: functions wait, and Readiness goes on.
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Creates the tables and containers.</summary>
/// <param name="tables">The account's tables.</param>
/// <param name="blobs">Its blobs.</param>
/// <param name="hasKey">Whether the app comes with a key of the account; otherwise with its identity, whose roles may take minutes to be known.</param>
public sealed class StorageReadiness(TableServiceClient tables, BlobServiceClient blobs, bool hasKey) : IPreparation
{
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            await MakeAllAsync(cancellation);
        }
        catch (RequestFailedException refused) when (hasKey && refused.Status == StatusCodes.Status403Forbidden)
        {
            throw new SettingsException("The storage account does not accept the key in AzureWebJobsStorage: copy the connection string from the account again, under Access keys.", refused);
        }
    }

    private Task MakeAllAsync(CancellationToken cancellation) => Task.WhenAll(
    [
        .. TableNames.All.Select(Task (name) => tables.CreateTableIfNotExistsAsync(name, cancellation)),
        .. ContainerNames.All.Select(Task (name) => MakeAsync(blobs.GetBlobContainerClient(name), cancellation)),
    ]);

    // Asked first: a role on one container lets nobody make it (infra/modules/rbac.bicep).
    private static async Task MakeAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        if (!await container.ExistsAsync(cancellation))
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
    }
}
