using Initiatiefloket.Testing;

namespace Initiatiefloket.BrowserTests.BadInput;

/// <summary>The app on an Azurite of its own, for visitors without a browser.</summary>
public sealed class QuietSite : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();

    /// <summary>The running app.</summary>
    public LoketHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        Host = await LoketHost.StartAsync(
            _azurite.ConnectionString, new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1))));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _azurite.DisposeAsync();
    }
}
