namespace Initiatiefloket.DevHost;

/// <summary>A process that ends by itself when its standard input closes, which the system does for a host that is killed too. Its last lines are kept.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Queue<string> _lines = new();
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

    public Task Ended { get; }

    public string LastLines()
    {
        lock (_lines)
        {
            return _lines.Count == 0 ? "(it said nothing)" : string.Join('\n', _lines.TakeLast(12));
        }
    }

    /// <summary>Starts a process again whenever it ends.</summary>
    public static async Task KeepRunningAsync(string name, Func<Task> ended, Func<CancellationToken, Task> startAsync, CancellationToken stop)
    {
        for (var failures = 0; ;)
        {
            await ended().WaitAsync(stop);
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

    /// <summary>Closes its input, and kills it when it has not ended after a while.</summary>
    public async Task EndAsync(TimeSpan limit)
    {
        if (!Ended.IsCompleted)
        {
            _process.StandardInput.Close();
            await Task.WhenAny(Ended, Task.Delay(limit));
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
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
            lock (_lines)
            {
                _lines.Enqueue(line.Data);
            }

            _heard(line.Data);
        }
    }
}
