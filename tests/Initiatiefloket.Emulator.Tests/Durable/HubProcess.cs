using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>A process of Initiatiefloket.Emulator.Crash: works on a hub until it is stopped or killed.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private HubProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>What it said, line by line.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public static HubProcess Start(string connection, string hub)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Initiatiefloket.Emulator.Crash.dll");
        var started = new HubProcess(Process.Start(new ProcessStartInfo("dotnet", [program, connection, hub])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits until it has said something so many times.</summary>
    public Task WaitForAsync(string line, int times = 1) => Eventually.FindAsync(
        $"'{line}' from a process that works on a hub",
        () =>
        {
            Assert.DoesNotContain(_lines, said => said.StartsWith($"refused {line}", StringComparison.Ordinal));
            return Task.FromResult(_lines.Count(said => said == line) >= times ? this : null);
        },
        Patience);

    /// <summary>Asks it to do something; it says the same when it has done so.</summary>
    public void Ask(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>SIGKILL, and waits until the system has taken it away.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP, SIGCONT or another signal.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Lets it stop by itself.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
