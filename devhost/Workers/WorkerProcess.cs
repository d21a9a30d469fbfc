namespace Initiatiefloket.DevHost;

/// <summary>The worker's process.</summary>
internal sealed class WorkerProcess(Worker worker, HostSettings settings, Uri grpc) : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromMilliseconds(900);

    private ChildProcess? _process;

    /// <summary>Ends when the process does, for whatever reason.</summary>
    public Task Ended => _process?.Ended ?? Task.CompletedTask;

    /// <summary>Starts the worker and waits until it takes calls.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        // While it starts, what it writes is kept for when it fails; later it is shown.
        var process = _process = new(StartInfo(worker.Expect()), line =>
        {
            if (worker.Ready.IsCompletedSuccessfully)
            {
                Console.WriteLine(line);
            }
        });
        var ready = worker.Ready;
        await Task.WhenAny(ready, process.Ended, Task.Delay(TimeSpan.FromMinutes(1), stop));
        stop.ThrowIfCancellationRequested();
        if (ready.IsCompletedSuccessfully || ready.Exception?.InnerException is HostStartException)
        {
            await ready;
            return;
        }

        await Task.WhenAny(process.Ended, Task.Delay(StopLimit, stop)); // its stream ends before its last words have come
        var how = process.Ended.IsCompleted ? "ended before it was ready" : "was not ready within a minute";
        await process.DisposeAsync();
        throw new HostStartException($"The worker {how}. Its last lines:\n{process.LastLines()}");
    }

    /// <summary>Asks the worker to end, and kills it when it has not within a second.</summary>
    public async ValueTask DisposeAsync()
    {
        worker.Terminate();
        if (_process is not null)
        {
            await Task.WhenAny(_process.Ended, Task.Delay(StopLimit));
            await _process.DisposeAsync();
        }
    }

    private ProcessStartInfo StartInfo(string id)
    {
        var request = Guid.NewGuid().ToString();
        var dll = HostSettings.Load(settings.App!, "worker.config.json")["description:defaultWorkerPath"];
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(settings.App!, dll ?? throw new HostStartException($"{settings.App} holds no built app: worker.config.json names no worker.")),
            "--host", grpc.Host, "--port", $"{grpc.Port}", "--workerId", id, "--requestId", request, "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", grpc.AbsoluteUri, "--functions-worker-id", id, "--functions-request-id", request, "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ])
        { WorkingDirectory = settings.App };
        foreach (var (name, value) in settings.Values)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = settings.App;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Worker).Assembly.Location;
        start.Environment[StartupHook.Variable] = "1";
        return start;
    }
}
