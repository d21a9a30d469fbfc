using System.Collections.Concurrent;
using System.Diagnostics;
using Initiatiefloket.EndToEndTests.Hosting;
using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Kills;

/// <summary>A loket whose host or worker is killed (SIGKILL) at planned writes to storage. A dead host is started again; a dead worker the host itself replaces.</summary>
internal sealed class KillableLoket : IAsyncDisposable
{
    private readonly LocalLoket _loket;
    private readonly Queue<Kill> _plan;
    private readonly StorageLines _lines;
    private readonly ConcurrentDictionary<WireRequest, Kill> _underWay = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<string> _earlier = new();
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _stopping = new();
    private HostProcess _host = null!;
    private Kill? _next;
    private int _writes;
    private TaskCompletionSource<Kill> _death = new();

    private KillableLoket(LocalLoket loket, IEnumerable<Kill> plan)
    {
        _loket = loket;
        _plan = new Queue<Kill>(plan);
        _lines = new StorageLines(Before, After);
    }

    /// <summary>Ends when it is stopped; fails when a host ended that nobody killed.</summary>
    public Task Lives { get; private set; } = Task.CompletedTask;

    /// <summary>The deaths so far, and when they were after the start.</summary>
    public ConcurrentQueue<(TimeSpan At, Kill Kill)> Deaths { get; } = new();

    /// <summary>What the hosts and workers wrote.</summary>
    public string Output => string.Join('\n', [.. _earlier, _host.Output]);

    /// <summary>Starts it.</summary>
    public static async Task<KillableLoket> StartAsync(LocalLoket loket, IEnumerable<Kill> plan)
    {
        var mortal = new KillableLoket(loket, plan);
        loket.Settings["AzureWebJobsStorage"] = await mortal._lines.LayAsync(loket.Azurite.ConnectionString);
        mortal._host = loket.Start();
        await mortal._host.ReadyAsync();
        mortal.Lives = mortal.LiveAsync();
        return mortal;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Lives.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _host.DisposeAsync();
        await _lines.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task LiveAsync()
    {
        while (true)
        {
            Arm();
            var kill = await DeathAsync();
            Deaths.Enqueue((Stopwatch.GetElapsedTime(_started), kill));
            if (kill.Victim == Victim.Host)
            {
                await _host.EndAsync();
                _earlier.Enqueue(_host.Output);
                await _host.DisposeAsync();
                _host = _loket.Start();
            }

            await _host.ReadyAsync();
        }
    }

    private void Arm()
    {
        lock (_lock)
        {
            _writes = 0;
            _death = new TaskCompletionSource<Kill>(TaskCreationOptions.RunContinuationsAsynchronously);
            _plan.TryDequeue(out _next);
        }
    }

    private async Task<Kill> DeathAsync()
    {
        var ended = _host.EndedAsync(_stopping.Token);
        if (await Task.WhenAny(_death.Task, ended) == ended && !_death.Task.IsCompleted)
        {
            await ended;
            throw new InvalidOperationException($"The host ended, and nobody killed it: {_host.Output}");
        }

        return await _death.Task;
    }

    private bool Before(WireRequest request)
    {
        lock (_lock)
        {
            if (_next is not { } kill || !Counts(kill, request) || ++_writes < kill.Write)
            {
                return true;
            }

            _next = null;
            if (kill.IsStored)
            {
                _underWay[request] = kill;
                return true;
            }

            return !Die(kill);
        }
    }

    private bool After(WireRequest request) => !_underWay.TryRemove(request, out var kill) || !Die(kill);

    private bool Die(Kill kill)
    {
        lock (_lock)
        {
            if (kill.Victim == Victim.Worker && !_host.KillWorker())
            {
                // There is none at this moment: then at the next write.
                _next = kill;
                return false;
            }

            _death.SetResult(kill);
            if (kill.Victim == Victim.Host)
            {
                _host.Kill();
            }

            return true;
        }
    }

    private static bool Counts(Kill kill, WireRequest request) =>
        StorageLines.WriterOf(request) is { } writer && (kill.Victim == Victim.Host || writer == Victim.Worker);
}
