using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>devhost in a process of its own, as <c>dotnet run</c> starts it, with the app's worker in a process under it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly HttpClient _http;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that host and worker wrote.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts devhost; it listens some seconds later.</summary>
    /// <param name="address">Where the site is to be.</param>
    /// <param name="data">Folder of the mailbox.</param>
    /// <param name="settings">Settings of the app, over those of <c>local.settings.sample.json</c>.</param>
    public static HostProcess Start(Uri address, string data, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var port = address.Port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [Built("DevHost"), "--app", Built("App"), "--port", port, "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // As the host does with its worker: it ends when its input does, so that tests that are broken off leave none behind.
        start.Environment["DOTNET_STARTUP_HOOKS"] = Built("DevHost");
        start.Environment["INITIATIEFLOKET_DEVHOST_CHILD"] = "1";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until the start page is there, which takes host, worker and storage.</summary>
    /// <exception cref="InvalidOperationException">The host ended instead.</exception>
    /// <exception cref="TimeoutException">It did not come within two minutes.</exception>
    public async Task ReadyAsync()
    {
        try
        {
            await Eventually.FindAsync("the start page", async () => await AnswersAsync() ? this : null, StartLimit);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} The host wrote:\n{Output}", late);
        }
    }

    /// <summary>Kills the host with SIGKILL, in the middle of whatever it does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Kills the worker with SIGKILL; the host lives on.</summary>
    /// <returns>Whether there was one.</returns>
    public bool KillWorker()
    {
        using var worker = Process.GetProcessesByName("dotnet").FirstOrDefault(process => ParentOf(process.Id) == _process.Id);
        worker?.Kill();
        return worker is not null;
    }

    /// <summary>Waits until the host has ended, at most a minute.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(EndLimit);
        return _process.ExitCode;
    }

    /// <summary>Waits until the host has ended, or until nobody wants to know any more.</summary>
    public Task EndedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await EndAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private static string Built(string what) => typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == what).Value!;

    // The fourth field of proc(5)'s stat, after a name in parentheses.
    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ')[2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The host ended: {Output}");
        }

        try
        {
            using var response = await _http.GetAsync("/");
            return response.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
