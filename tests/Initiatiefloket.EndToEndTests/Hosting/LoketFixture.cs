using Initiatiefloket.Testing;

namespace Initiatiefloket.EndToEndTests.Hosting;

/// <summary>A loket that runs, for tests of which none kills it. Between the app and its mail service is a wire that a test can cut.</summary>
public sealed class LoketFixture : IAsyncLifetime
{
    private LocalLoket _loket = null!;
    private HostProcess _host = null!;

    /// <summary>Where the site answers.</summary>
    public Uri Address => _loket.Address;

    /// <summary>The storage.</summary>
    public AzuriteFixture Azurite => _loket.Azurite;

    /// <summary>The dev mailbox.</summary>
    public PostOffice Post => _loket.Post;

    /// <summary>The people.</summary>
    public Town Town => _loket.Town;

    /// <summary>What the app stored.</summary>
    public StoredCases Cases => _loket.Cases;

    /// <summary>What the host and the worker wrote.</summary>
    public string Output => _host.Output;

    /// <summary>Between the app and its mail service.</summary>
    public MailLine MailLine { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _loket = await LocalLoket.CreateAsync();
        _loket.Settings["Mail__ApiHost"] = await MailLine.LayAsync(_loket.Settings["Mail__ApiHost"]);
        _host = _loket.Start();
        try
        {
            await _host.ReadyAsync();
        }
        catch
        {
            // A fixture that does not begin is not asked to end.
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await MailLine.DisposeAsync();
        await _loket.DisposeAsync();
    }
}
