using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>The app as it runs for a benchmark: the host with its worker, the meter before its storage, and who takes its mail.</summary>
/// <param name="storage">Connection string of the storage itself.</param>
/// <param name="meter">Counts what the app and the host ask of it.</param>
/// <param name="mail">Takes its mail.</param>
/// <param name="settings">Settings that differ from the usual ones.</param>
/// <param name="stop">Ends the waiting.</param>
internal sealed class Site(string storage, Meter meter, MailRoom mail, IReadOnlyDictionary<string, string> settings, CancellationToken stop) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly int _port = FreePort.Find();

    /// <summary>Connection string of the storage itself; what goes there does not count.</summary>
    public string Storage => storage;

    public Meter Meter => meter;

    public MailRoom Mail => mail;

    public CancellationToken Stop => stop;

    public HostProcess Host { get; private set; } = null!;

    /// <summary>Starts the host and the worker, and waits until the first page answers.</summary>
    public async Task StartAsync() => Host = await HostProcess.StartAsync(Built.App, _port, "", AllSettings(), stop);

    public ValueTask DisposeAsync() => Host is null ? ValueTask.CompletedTask : Host.DisposeAsync();

    /// <summary>Waits until the app and the hub have asked nothing of storage for a while but what they always ask.</summary>
    /// <exception cref="TimeoutException">They went on asking.</exception>
    public async Task SettleAsync()
    {
        var (started, before) = (Stopwatch.GetTimestamp(), meter.Tally);
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5), stop);
            var now = meter.Tally;
            var asked = now.Since(before);
            if (asked.Of(call => !call.IsIdle) == 0)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Still asking: {string.Join(", ", asked.Counts.Where(count => !count.Key.IsIdle && count.Value > 0).Select(count => count.Key))}");
            }

            before = now;
        }
    }

    private Dictionary<string, string> AllSettings()
    {
        var all = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = meter.ConnectionString,
            ["Site__PublicAddress"] = $"http://localhost:{_port}",
            ["Mail__ApiHost"] = mail.Address,

            // Residents here type faster than people, and all at one address.
            ["HumanCheck__LeastSeconds"] = "0",

            // What runs by the clock and is not measured stays out of the way: once a year.
            ["CouncilDigestSchedule"] = "0 0 4 1 1 *",
            ["DocumentSweepSchedule"] = "0 0 4 1 1 *",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }
}
