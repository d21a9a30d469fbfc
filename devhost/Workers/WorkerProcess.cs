namespace Initiatiefloket.DevHost;

/// <summary>The worker's process.</summary>
internal sealed class WorkerProcess(Worker worker, HostSettings settings, Uri grpc) : IAsyncDisposable
{
    private ChildProcess? _process;

    public Task? Ended => _process?.Ended;

    /// <summary>Starts the worker and waits until it takes calls.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        // While it starts, what it writes is kept for when it fails; later it is shown.
        _process = new(StartInfo(worker.Expect()), line => (worker.Ready.IsCompletedSuccessfully ? Console.Out : TextWriter.Null).WriteLine(line));
        await _process.ReadyAsync("The worker", worker.Ready, stop);
        Console.WriteLine($"The worker runs as process {_process.Id}.");
    }

    /// <summary>Asks the worker to end, and kills it when it has not within a second.</summary>
    public async ValueTask DisposeAsync() => await (_process?.EndAsync(TimeSpan.FromMilliseconds(900), worker.Terminate) ?? Task.CompletedTask);

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
