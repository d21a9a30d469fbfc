using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Demo;

/// <summary>The app, started as README says, in a process of its own.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    // The first start also builds and installs npm packages.
    private static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private RunningApp(Process process) => _process = process;

    public static Uri Address { get; } = new("http://localhost:7071/");

    /// <summary>Starts the app and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It cannot start; says why.</exception>
    public static async Task<RunningApp> StartAsync(string policyFile, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = Address };
        if (await AnswersAsync(http, stop))
        {
            throw new InvalidOperationException($"Op {Address} draait al iets, en de demo start een loket van zichzelf. Stop dat eerst.");
        }

        Console.WriteLine("Het loket start ...");
        var start = new ProcessStartInfo("dotnet", ["run", "--project", "functions"]) { WorkingDirectory = Repository.Root };
        start.Environment["Policy__File"] = policyFile;
        start.Environment["HumanCheck__LeastSeconds"] = "0";
        var app = new RunningApp(Process.Start(start)!);
        try
        {
            return await Eventually.FindAsync("the start page", async () => await app.AnswersStillAsync(http, stop) ? app : null, FirstStart);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task WaitForExitAsync(CancellationToken stop) =>
        _process.WaitForExitAsync(stop).ContinueWith(_ => { }, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Task<bool> AnswersStillAsync(HttpClient http, CancellationToken stop) => _process.HasExited
        ? throw new InvalidOperationException("Het loket is gestopt tijdens het starten; hierboven staat waarom.")
        : AnswersAsync(http, stop);

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken stop)
    {
        try
        {
            using var response = await http.GetAsync("/", stop);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
