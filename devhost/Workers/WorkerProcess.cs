using System.Diagnostics;

namespace Initiatiefloket.DevHost;

/// <summary>The worker's process.</summary>
internal sealed partial class WorkerProcess(Worker worker, HostSettings settings, ILogger<WorkerProcess> logger) : IDisposable
{
    private Process _process = new();

    public void Start()
    {
        var id = worker.Expect();
        var request = Guid.NewGuid().ToString();
        var start = new ProcessStartInfo("dotnet",
        [
            settings.Dll, "--host", settings.Grpc.Host, "--port", $"{settings.Grpc.Port}", "--workerId", id, "--requestId", request, "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", settings.Grpc.AbsoluteUri, "--functions-worker-id", id, "--functions-request-id", request, "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ])
        { WorkingDirectory = settings.App, RedirectStandardInput = true };
        foreach (var (name, value) in settings.Values)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Worker).Assembly.Location;
        start.Environment[StartupHook.Variable] = "1";
        _process = Process.Start(start)!;
    }

    public async Task KeepRunningAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await _process.WaitForExitAsync(CancellationToken.None);
            if (!stop.IsCancellationRequested)
            {
                Log.Ended(logger, _process.ExitCode);
                Start();
                await worker.Ready;
            }
        }
    }

    public void Stop()
    {
        worker.Terminate();
        if (!_process.WaitForExit(5000))
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _process.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The worker ended with exit code {ExitCode}; it is started again.")]
        public static partial void Ended(ILogger logger, int exitCode);
    }
}
