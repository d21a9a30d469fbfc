using Initiatiefloket.DevHost;
using Xunit;

namespace Initiatiefloket.Testing;

/// <summary>
/// An Azurite of its own on free ports, for tests that stop it, a demo or a benchmark; it ends with the process, whatever happens.
/// For xunit a class or collection fixture; others call <see cref="StartAsync"/> and <see cref="DisposeAsync"/>.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("azurite-");
    private AzuritePorts _ports = new(0, 0, 0);
    private AzuriteProcess? _process;

    /// <summary>For the blob, queue and table clients; the same after every start.</summary>
    public string ConnectionString => _ports.ConnectionString;

    /// <summary>Starts Azurite: the first time empty on free ports, later on the same ports with the data of before.</summary>
    /// <returns>A task that ends when all three services listen.</returns>
    public async Task StartAsync()
    {
        _process ??= await AzuriteProcess.StartAsync(_data.FullName, _ports, CancellationToken.None);
        _ports = _process.Ports;
    }

    /// <summary>Stops Azurite for an outage; what was stored is kept.</summary>
    /// <returns>A task that ends when nothing listens any more.</returns>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            await process.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await StopAsync();
        _data.Delete(recursive: true);
    }
}
