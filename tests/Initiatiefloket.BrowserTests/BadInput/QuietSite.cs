using Initiatiefloket.Testing;

namespace Initiatiefloket.BrowserTests.BadInput;

/// <summary>The app on a storage account of its own, for visitors without a browser.</summary>
public sealed class QuietSite : IAsyncLifetime
{
    /// <summary>The running app.</summary>
    public LoketHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Host = await LoketHost.StartAsync(
            await StorageAccounts.TakeAsync(), new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1))));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Host.DisposeAsync();
}
