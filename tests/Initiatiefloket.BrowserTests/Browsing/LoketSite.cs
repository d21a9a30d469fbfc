using Initiatiefloket.Testing;
using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>The app on a storage account of its own, with one browser for all tests; each test brings people with windows of their own.</summary>
public sealed class LoketSite : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

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
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = await BrowserInstall.FindOrInstallAsync(_playwright.Chromium.ExecutablePath),
            // Chromium's sandbox does not work for root, as in a container.
            Args = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }

    /// <summary>Somebody who opens a browser.</summary>
    /// <param name="device">What it runs on.</param>
    /// <param name="change">Changes what the browser is set to.</param>
    public async Task<Person> PersonAsync(Device device, Action<BrowserNewContextOptions>? change = null)
    {
        var options = device.Options;
        options.BaseURL = Host.Address.ToString();
        change?.Invoke(options);
        return await Person.StartAsync(await _browser.NewContextAsync(options), device);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
    }
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
