using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Road;

/// <summary>The app on an Azurite of its own, with a clock that the test sets: a quiet Monday in March.</summary>
public sealed class TownFixture : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));

    public LoketHost Host { get; private set; } = null!;

    public Town Town { get; private set; } = null!;

    public AzuriteFixture Azurite => _azurite;

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        await StartAsync();
    }

    /// <summary>Starts the app, again or with other settings, on what is stored.</summary>
    public async Task StartAsync(params string[] settings)
    {
        Host = await LoketHost.StartAsync(_azurite.ConnectionString, Clock, settings);
        Town = new Town(Host.Address, Host.Post);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await _azurite.DisposeAsync();
    }
}
