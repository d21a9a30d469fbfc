using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Initiatiefloket.Testing;

namespace Initiatiefloket.DevHost.Tests;

/// <summary>The local host as a process, with data of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    // A shell that runs tests in the background lets them ignore Ctrl-C, and a process inherits that.
    private HostProcess(string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "Initiatiefloket.DevHost.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the tiny app was built: its own output folder, since the tests' one holds another app too.</summary>
    public static string Probe { get; } = AppContext.BaseDirectory.Replace("Initiatiefloket.DevHost.Tests", "Initiatiefloket.DevHost.Probe", StringComparison.Ordinal);

    public string Output => string.Join('\n', _lines);

    public int Id => _process.Id;

    public Uri Site { get; private init; } = null!;

    public static HostProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Starts the host with the tiny app on Azurite's free ports, and waits until it is ready.</summary>
    public static Task<HostProcess> StartProbeAsync(string data, params string[] arguments) => StartReadyAsync(["--app", Probe, "--AzureWebJobsStorage=UseDevelopmentStorage=true", "--azurite", "0", "--data", data, .. arguments]);

    public static async Task<HostProcess> StartReadyAsync(string[] arguments)
    {
        var port = FreePort.Find();
        var host = new HostProcess([.. arguments, "--port", $"{port}"]) { Site = new($"http://localhost:{port}/") };
        await host.WaitForLineAsync("Stop with Ctrl-C.");
        return host;
    }

    /// <summary>Waits for the end, and says with what exit code.</summary>
    public async Task<int> EndedAsync(TimeSpan? longest = null)
    {
        await _process.WaitForExitAsync().WaitAsync(longest ?? Patience);
        return _process.ExitCode;
    }

    public Task WaitForLineAsync(string text) => Eventually.FindAsync($"'{text}' in the host's output:\n{Output}", () => Task.FromResult(
        Output.Contains(text, StringComparison.Ordinal) ? text : _process.HasExited ? throw new InvalidOperationException($"The host ended:\n{Output}") : null));

    /// <summary>Sends a signal, as a terminal or the system does.</summary>
    public Task SignalAsync(string signal) => SignalAsync(signal, Id);

    public static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The processes that the host started.</summary>
    public IReadOnlyList<int> Children() =>
        [.. Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0).Where(id => id > 0 && ParentOf(id) == Id)];

    public static bool Lives(int process) => ParentOf(process) is not null;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>Null for a process that is gone, or only waits to be buried.</summary>
    private static int? ParentOf(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return fields[0] == "Z" ? null : int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line) => _lines.Enqueue(line.Data ?? "");
}

/// <summary>One host for all tests that only ask it something.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("devhost-");
    private HostProcess _host = null!;

    /// <summary>Asks the host; follows no redirect.</summary>
    public HttpClient Http { get; private set; } = null!;

    public string Output => _host.Output;

    public Task WaitForLineAsync(string text) => _host.WaitForLineAsync(text);

    public async Task InitializeAsync()
    {
        _host = await HostProcess.StartProbeAsync(_data.FullName);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Site };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        _data.Delete(recursive: true);
    }

    public async Task<string> GetAsync(string path) => await Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<HttpStatusCode> StatusAsync(string method, string path)
    {
        using var response = await SendAsync(method, path);
        return response.StatusCode;
    }
}

/// <summary>The tests that share a host.</summary>
[CollectionDefinition(nameof(RunningHost))]
public sealed class RunningHosts : ICollectionFixture<RunningHost>;
