using Initiatiefloket.Testing;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Puts a browser on a machine that has none: Debian's own where that may be installed, else the one that Playwright brings.</summary>
internal static class BrowserInstall
{
    // Somebody else's turn is at most three programs.
    private static readonly TimeSpan LongestTurn = 3 * Installer.Limit + TimeSpan.FromMinutes(1);

    private static readonly string LockFile = Path.Combine(Path.GetTempPath(), $"initiatiefloket-browser-{Environment.UserName}.lock");

    private static readonly string Log = Repository.PathOf("artifacts", "browser-install.log");

    /// <summary>Finds the browser, or installs one; test processes beside each other do that once.</summary>
    /// <param name="own">Where Playwright keeps the browser that it installs itself.</param>
    /// <exception cref="InvalidOperationException">There is no browser and none could be installed; says what to do.</exception>
    public static async Task<string> FindOrInstallAsync(string own)
    {
        if (BrowserPlace.Find(own) is { } found)
        {
            return found;
        }

        using var turn = await TakeTurnAsync();
        if (BrowserPlace.Find(own) is null)
        {
            await InstallAsync(new Installer(Log));
        }

        return BrowserPlace.Find(own) ?? throw new InvalidOperationException(
            $"These tests need Chromium, Chrome or Edge, and installing it failed; {Log} says why. Install one of them, "
            + $"or set {BrowserPlace.Variable} to the full path of its program.");
    }

    /// <summary>The same for a browser that has no windows to draw. Where Debian's package of it cannot be had, it is one with windows.</summary>
    /// <param name="own">Where Playwright keeps the browser that it installs itself.</param>
    /// <exception cref="InvalidOperationException">There is no browser and none could be installed; says what to do.</exception>
    public static async Task<string> FindOrInstallShellAsync(string own)
    {
        if (BrowserPlace.FindShell() is null && Installer.System == "debian")
        {
            using var turn = await TakeTurnAsync();
            if (BrowserPlace.FindShell() is null)
            {
                await new Installer(Log).TryAptAsync(BrowserPlace.Shell);
            }
        }

        return BrowserPlace.FindShell() ?? await FindOrInstallAsync(own);
    }

    private static Task<FileStream> TakeTurnAsync() =>
        Eventually.FindAsync($"the turn to install a browser ({LockFile})", () => Task.FromResult(TryLock()), LongestTurn);

    private static FileStream? TryLock()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task InstallAsync(Installer installer)
    {
        // On Ubuntu the package of this name only points to a snap.
        if (Installer.System == "debian" && await installer.TryAptAsync("chromium"))
        {
            return;
        }

        // With what the browser needs of the system, which only root may install.
        string[] libraries = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--with-deps"] : [];
        await installer.RunAsync("node", [Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "cli.js"), "install", .. libraries, "chromium"]);
    }
}
