using Initiatiefloket.Testing;
using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>The app on a storage account of its own, with one browser for all tests; each test brings people with windows of their own.</summary>
public sealed class LoketSite : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IBrowser? _browserWithViewer;

    /// <summary>A quiet Monday in March; the clock stands still until a test sets it.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));

    /// <summary>The running app.</summary>
    public LoketHost Host { get; private set; } = null!;

    /// <summary>Townspeople without a browser, for what happens elsewhere.</summary>
    public Town Town { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Host = await LoketHost.StartAsync(await StorageAccounts.TakeAsync(), Clock);
        Town = new Town(Host.Address, Host.Post);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.StartAsync();
    }

    /// <summary>Somebody who opens a browser.</summary>
    /// <param name="device">What it runs on.</param>
    /// <param name="change">Changes what the browser is set to.</param>
    public Task<Person> PersonAsync(Device device, Action<BrowserNewContextOptions>? change = null)
    {
        var options = OptionsOf(device);
        change?.Invoke(options);
        return StartAsync(_browser, options, device);
    }

    /// <summary>Somebody who opens a browser that also shows documents in a page.</summary>
    /// <param name="device">What it runs on.</param>
    public async Task<Person> PersonWithViewerAsync(Device device) =>
        await StartAsync(_browserWithViewer ??= await _playwright.StartWithViewerAsync(), OptionsOf(device), device);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await (_browserWithViewer?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright.Dispose();
        await Host.DisposeAsync();
    }

    private BrowserNewContextOptions OptionsOf(Device device)
    {
        var options = device.Options;
        options.BaseURL = Host.Address.ToString();
        return options;
    }

    private static async Task<Person> StartAsync(IBrowser browser, BrowserNewContextOptions options, Device device) =>
        await Person.StartAsync(await browser.NewContextAsync(options), device);
}

/// <summary>Tests that walk through the form and what follows it, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class JourneysSite : ICollectionFixture<LoketSite>
{
    /// <summary>For <see cref="CollectionAttribute"/>.</summary>
    public const string Name = "Journeys";
}

/// <summary>Tests that look at pages, one after another, beside those of <see cref="JourneysSite"/> on a site of their own.</summary>
[CollectionDefinition(Name)]
public sealed class PagesSite : ICollectionFixture<LoketSite>
{
    /// <summary>For <see cref="CollectionAttribute"/>.</summary>
    public const string Name = "Pages";
}
