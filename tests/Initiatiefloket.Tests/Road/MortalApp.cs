using System.Collections.Concurrent;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Road;

/// <summary>
/// The app in a process of its own, killed (SIGKILL) at chosen writes to storage and started again each time. Its storage is the
/// test's Azurite, over a wire that counts the writes.
/// </summary>
internal sealed class MortalApp : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Moment, bool> _moments = new();
    private readonly ConcurrentDictionary<string, int> _writes = new();
    private readonly ConcurrentDictionary<WireRequest, Moment> _underWay = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly string[] _settings;
    private AppProcess? _process;
    private Wire _tables = null!;
    private Wire _blobs = null!;
    private Task _lives = Task.CompletedTask;

    public MortalApp(IEnumerable<Moment> moments, params string[] settings)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        _settings = settings;
        foreach (var moment in moments)
        {
            _moments[moment] = true;
        }
    }

    /// <summary>Where the site answers, as long as it lives.</summary>
    public Uri Address { get; }

    /// <summary>Moments that did not come yet.</summary>
    public IEnumerable<Moment> Remaining => _moments.Keys;

    /// <summary>What it complained about in the lives that ended.</summary>
    public string Complaints => string.Concat(_complaints);

    /// <summary>How often it was killed.</summary>
    public int Deaths { get; private set; }

    /// <summary>Starts it on an Azurite, and again after each death.</summary>
    /// <param name="storage">Connection string of the Azurite.</param>
    public async Task StartAsync(string storage)
    {
        var endpoints = storage.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal))
            .Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => new Uri(part[1]));
        _tables = await Wire.StartAsync(Before, After);
        _blobs = await Wire.StartAsync(Before, After);
        (_tables.Service, _blobs.Service) = (endpoints["TableEndpoint"], endpoints["BlobEndpoint"]);
        var wired = storage
            .Replace(Authority(_tables.Service), Authority(_tables.Address), StringComparison.Ordinal)
            .Replace(Authority(_blobs.Service), Authority(_blobs.Address), StringComparison.Ordinal);
        _lives = LiveAsync(wired);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _lives;
        await _tables.DisposeAsync();
        await _blobs.DisposeAsync();
        _stopping.Dispose();
    }

    private static string Authority(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private async Task LiveAsync(string storage)
    {
        while (!_stopping.IsCancellationRequested)
        {
            await using var process = AppProcess.Start(
            [
                $"--urls={Address}",
                $"--AzureWebJobsStorage={storage}",
                $"--Site:PublicAddress={Address}",
                $"--Mail:ApiHost={Address}dev/sendgrid",
                "--HumanCheck:LeastSeconds=0",
                .. _settings,
            ]);
            lock (_lock)
            {
                _process = process;
            }

            await process.WaitForEndAsync(_stopping.Token);
            _complaints.Enqueue(process.Errors);
        }
    }

    private bool Before(WireRequest request)
    {
        if (request.Method is "GET" or "HEAD" || PlaceOf(request) is not { } place)
        {
            return true;
        }

        var number = _writes.AddOrUpdate(place, 1, (_, count) => count + 1);
        if (_moments.TryRemove(new Moment(place, number, IsStored: false), out _))
        {
            Die(new Moment(place, number, IsStored: false));
            return false;
        }

        var stored = new Moment(place, number, IsStored: true);
        if (_moments.TryRemove(stored, out _))
        {
            _underWay[request] = stored;
        }

        return true;
    }

    private bool After(WireRequest request)
    {
        if (!_underWay.TryRemove(request, out var moment))
        {
            return true;
        }

        Die(moment);
        return false;
    }

    private void Die(Moment moment)
    {
        lock (_lock)
        {
            if (_process is null)
            {
                // It is dead already, from a write at the same time: then at a later one.
                _moments[moment with { Number = moment.Number + 1 }] = true;
                return;
            }

            _process.Kill();
            _process = null;
            Deaths++;
        }
    }

    private static string? PlaceOf(WireRequest request) => Places.FirstOrDefault(place =>
        request.Target.Contains($"/{place}", StringComparison.Ordinal) || request.Body.Contains($"/{place}", StringComparison.Ordinal));

    /// <summary>Where the app, its workflows and the mailbox write.</summary>
    private static readonly string[] Places =
    [
        "InitiatiefloketInstances", "InitiatiefloketWork", "Initiatives", "MailLog", "DevMail", "Pot", "Signals", "ChangeFeed", "Links", "Drafts", "Forms", "letters/",
    ];
}
