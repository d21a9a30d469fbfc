using Initiatiefloket.Testing;

namespace Initiatiefloket.Benchmarks;

/// <summary>What a command measures on; all that was started ends with it.</summary>
internal sealed class Bench(CancellationToken stop) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _started = [];

    public CancellationToken Stop => stop;

    /// <summary>The app on an empty storage account.</summary>
    /// <param name="settings">Settings that differ from the usual ones.</param>
    public async Task<Site> StartSiteAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var account = await StorageAccounts.TakeAsync();
        var meter = Keep(await Meter.StartAsync(account));
        var mail = Keep(await MailRoom.StartAsync());
        var site = Keep(new Site(account, meter, mail, settings ?? new Dictionary<string, string>(), stop));
        await site.StartAsync();
        return site;
    }

    /// <summary>The tiny app to compare with, on an empty storage account.</summary>
    public async Task<HostProcess> StartProbeAsync()
    {
        var settings = new Dictionary<string, string> { ["AzureWebJobsStorage"] = await StorageAccounts.TakeAsync() };
        return Keep(await HostProcess.StartAsync(Built.Probe, FreePort.Find(), "hello/x", settings, stop));
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var last))
        {
            await last.DisposeAsync();
        }
    }

    private T Keep<T>(T started)
        where T : IAsyncDisposable
    {
        _started.Push(started);
        return started;
    }
}
