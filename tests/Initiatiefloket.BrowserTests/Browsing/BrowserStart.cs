using Microsoft.Playwright;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Starts the browser that is on this machine, or one that is installed then.</summary>
internal static class BrowserStart
{
    // Without hinting letters are as wide as the font says, with windows or without, whatever this machine is set to.
    private const string PlainLetters = "--font-render-hinting=none";

    // Chromium's sandbox does not work for root, as in a container.
    private static readonly string[] Arguments = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? [PlainLetters, "--no-sandbox"] : [PlainLetters];

    extension(IPlaywright playwright)
    {
        /// <summary>One for pages.</summary>
        public async Task<IBrowser> StartAsync() => await playwright.StartAsync(await BrowserInstall.FindOrInstallShellAsync(playwright.Chromium.ExecutablePath));

        /// <summary>One that also shows documents in a page, such as PDF.</summary>
        public async Task<IBrowser> StartWithViewerAsync() => await playwright.StartAsync(await BrowserInstall.FindOrInstallAsync(playwright.Chromium.ExecutablePath));

        private Task<IBrowser> StartAsync(string program) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
    }
}
