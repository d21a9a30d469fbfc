using System.Diagnostics;
using System.Text;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>The local host in a process of its own, with a worker that it started.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("benchmark-");
    private readonly StringBuilder _said = new();

    private HostProcess(string app, int port, IReadOnlyDictionary<string, string> settings)
    {
        // The tiny app has no settings of its own, and without this one the Durable extension serves no worker.
        var start = new ProcessStartInfo("dotnet", [Built.Host, "--app", app, "--port", $"{port}", "--data", _data.FullName, "--FUNCTIONS_WORKER_RUNTIME=dotnet-isolated"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        Address = new($"http://localhost:{port}/");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Memory of the host and of its worker, in MB.</summary>
    public (double Host, double Worker) Memory => (MegabytesOf(_process.Id), ProcessTree.ChildrenOf(_process.Id).Sum(MegabytesOf));

    /// <summary>All that the host and the worker wrote.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts the host and waits until a page answers.</summary>
    /// <param name="app">The folder with the built app.</param>
    /// <param name="port">Where the site is to answer.</param>
    /// <param name="path">The page.</param>
    /// <param name="settings">Settings of the app, as environment variables.</param>
    /// <param name="stop">Ends the waiting.</param>
    public static async Task<HostProcess> StartAsync(
        string app, int port, string path, IReadOnlyDictionary<string, string> settings, CancellationToken stop)
    {
        var host = new HostProcess(app, port, settings);
        try
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            return await Eventually.FindAsync($"{host.Address}{path}", async () => await host.AnswersAsync(http, path, stop) ? host : null, StartLimit);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync(HttpClient http, string path, CancellationToken stop)
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The host ended while starting: {Said}");
        }

        try
        {
            using var response = await http.GetAsync(path, stop);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }

    private static double MegabytesOf(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / (1024.0 * 1024);
    }
}
