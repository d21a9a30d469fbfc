namespace Initiatiefloket.DevHost;

/// <summary>A process that ends by itself when its standard input closes, which the system does for a host that is killed too. Its last lines are kept.</summary>
internal sealed class ChildProcess
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Action<string> _heard;

    public ChildProcess(ProcessStartInfo start, Action<string> heard)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            (_process, _heard) = (Process.Start(start)!, heard);
        }
        catch (Win32Exception missing)
        {
            throw new HostStartException($"'{start.FileName}' is missing: install Node.js 20 or newer (https://nodejs.org), which runs Azurite, and the .NET SDK, and see that they are found.", missing);
        }

        Ended = _process.WaitForExitAsync();
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Ends when the process does, for whatever reason.</summary>
    public Task Ended { get; }

    /// <summary>Starts a process again whenever it ends; nothing, where there is none to end.</summary>
    public static async Task KeepRunningAsync(string name, Func<Task?> ended, Func<CancellationToken, Task> startAsync, CancellationToken stop)
    {
        for (var failures = 0; ;)
        {
            await (ended() ?? Task.Delay(Timeout.Infinite, stop)).WaitAsync(stop);
            await Console.Error.WriteLineAsync($"{name} ended; it is started again.");
            try
            {
                await startAsync(stop);
                failures = 0;
            }
            catch (HostStartException) when (++failures < 3)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 << failures), stop);
            }
        }
    }

    /// <summary>Waits until it is ready; otherwise ends it, and says why it is not.</summary>
    public async Task ReadyAsync(string name, Task ready, CancellationToken stop)
    {
        await Task.WhenAny(ready, Ended, Task.Delay(TimeSpan.FromMinutes(1), stop));
        if (!ready.IsCompletedSuccessfully)
        {
            await Task.WhenAny(Ended, Task.Delay(TimeSpan.FromSeconds(ready.IsFaulted ? 1 : 0), stop)); // its stream ends before its last words have come
            var how = Ended.IsCompleted ? "ended before it was ready" : "was not ready within a minute";
            await EndAsync(TimeSpan.FromSeconds(1));
            stop.ThrowIfCancellationRequested();
            throw ready.Exception?.InnerException as HostStartException ?? new HostStartException($"{name} {how}. Its last lines:\n{string.Join('\n', _lines)}");
        }
    }

    /// <summary>Asks it to end, by closing its input where there is no other way, and kills it when it has not after a while.</summary>
    public async Task EndAsync(TimeSpan limit, Action? ask = null)
    {
        if (!Ended.IsCompleted)
        {
            (ask ?? _process.StandardInput.Close)();
        }

        if (await Task.WhenAny(Ended, Task.Delay(limit)) != Ended)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
        }

        _process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (!string.IsNullOrWhiteSpace(line.Data))
        {
            _lines.Enqueue(line.Data);
            _ = _lines.Count > 12 && _lines.TryDequeue(out _);
            _heard(line.Data);
        }
    }
}
