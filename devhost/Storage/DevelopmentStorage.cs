namespace Initiatiefloket.DevHost;

/// <summary>Sees to it that Azurite answers on its default ports as long as the host runs.</summary>
internal sealed partial class DevelopmentStorage(string searchFrom, string location, ILogger<DevelopmentStorage> logger) : IAsyncDisposable
{
    private const int MostRestarts = 5;

    private static readonly TimeSpan HalfStartedLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private AzuriteProcess? _own;
    private Task _watch = Task.CompletedTask;

    /// <summary>Starts Azurite, or uses one that answers already, and from then on keeps it running.</summary>
    /// <param name="giveUp">Called when it cannot be kept running.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HostStartException">It cannot be started.</exception>
    public async Task StartAsync(Action giveUp, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        _watch = WatchAsync(giveUp);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var answers = await AzuriteProbe.AnswersAsync(AzuritePorts.Default, cancellationToken);
        for (var waited = TimeSpan.Zero; answers is null; waited += TimeSpan.FromMilliseconds(250))
        {
            if (waited > HalfStartedLimit)
            {
                throw new HostStartException("Only some of Azurite's services answer on ports 10000 to 10002: stop that Azurite, or start it whole.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            answers = await AzuriteProbe.AnswersAsync(AzuritePorts.Default, cancellationToken);
        }

        if (answers is false)
        {
            _own = await AzuriteProcess.StartAsync(searchFrom, location, AzuritePorts.Default, cancellationToken);
        }
    }

    private async Task WatchAsync(Action giveUp)
    {
        var restarts = 0;
        var calmSince = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await EndedAsync();
            restarts = TimeProvider.System.GetElapsedTime(calmSince) > Calm ? 0 : restarts;
            if (restarts == MostRestarts)
            {
                Log.GaveUp(logger, MostRestarts);
                giveUp();
                return;
            }

            Log.Restarting(logger, ++restarts, MostRestarts);
            await Task.Delay(TimeSpan.FromMilliseconds(100 << restarts), _stopping.Token);
            calmSince = TimeProvider.System.GetTimestamp();
            try
            {
                await EnsureAsync(_stopping.Token);
            }
            catch (HostStartException failed)
            {
                Log.NotRestarted(logger, failed.Message);
            }
        }
    }

    /// <summary>Ends when the Azurite in use has ended; one that somebody else started is asked every second.</summary>
    private async Task EndedAsync()
    {
        if (_own is not null)
        {
            await _own.Ended.WaitAsync(_stopping.Token);
            await _own.DisposeAsync();
            _own = null;
            return;
        }

        while (await AzuriteProbe.ListensAsync(AzuritePorts.Default, _stopping.Token))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _stopping.Token);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Azurite ended; starting it again ({Attempt} of {Most}).")]
        public static partial void Restarting(ILogger logger, int attempt, int most);

        [LoggerMessage(2, LogLevel.Error, "Azurite did not start again: {Reason}")]
        public static partial void NotRestarted(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Critical, "Azurite ended {Most} times in a row; the host stops.")]
        public static partial void GaveUp(ILogger logger, int most);
    }
}
