using System.Diagnostics;
using System.Text;

namespace Initiatiefloket.Testing;

/// <summary>The built app in a process of its own, which a test can kill.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private AppProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Starts <c>Initiatiefloket.dll</c>, which stands beside the test.</summary>
    /// <param name="settings">Settings, as <c>--Name=value</c>.</param>
    public static AppProcess Start(params IEnumerable<string> settings)
    {
        var app = Path.Combine(AppContext.BaseDirectory, "Initiatiefloket.dll");
        var start = new ProcessStartInfo("dotnet", [app, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new AppProcess(Process.Start(start)!);
    }

    /// <summary>Kills it with SIGKILL, in the middle of whatever it does; does nothing when it has ended.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it has ended, at most a minute.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(EndLimit);
        return _process.ExitCode;
    }

    /// <summary>Waits until it has ended, or until nobody wants to know any more.</summary>
    public Task WaitForEndAsync(CancellationToken cancellation) =>
        _process.WaitForExitAsync(cancellation).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await EndAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_errors)
        {
            _errors.AppendLine(line);
        }
    }
}
