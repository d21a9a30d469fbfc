using System.Diagnostics;
using Initiatiefloket.Testing;

namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Puts a browser on a machine that has none: Debian's own where that may be installed, else the one that Playwright brings.</summary>
internal static class BrowserInstall
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string LockFile = Path.Combine(Path.GetTempPath(), "initiatiefloket-browser.lock");

    /// <summary>Finds the browser, or installs one; test processes beside each other do that once.</summary>
    /// <param name="own">Where Playwright keeps the browser that it installs itself.</param>
    /// <exception cref="InvalidOperationException">There is no browser and none could be installed; says what to do.</exception>
    public static async Task<string> FindOrInstallAsync(string own)
    {
        if (BrowserPlace.Find(own) is { } found)
        {
            return found;
        }

        using var turn = await Eventually.FindAsync("the lock for installing a browser", () => Task.FromResult(TryLock()), Limit * 2);
        if (BrowserPlace.Find(own) is null)
        {
            await InstallAsync();
        }

        return BrowserPlace.Find(own) ?? throw new InvalidOperationException(
            $"These tests need Chromium, Chrome or Edge, and installing it failed; {Log} says why. Install one of them, "
            + $"or set {BrowserPlace.Variable} to the full path of its program.");
    }

    private static string Log => Repository.PathOf("artifacts", "browser-install.log");

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

    private static async Task InstallAsync()
    {
        if (IsDebian && Environment.IsPrivilegedProcess
            && await RunAsync("apt-get", "update")
            && await RunAsync("apt-get", "install", "-y", "--no-install-recommends", "chromium"))
        {
            return;
        }

        // Runs the installer of the driver in a process of its own, which ends by itself.
        await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(Limit);
    }

    // On Ubuntu the package of this name only points to a snap.
    private static bool IsDebian => File.Exists("/etc/os-release") && File.ReadAllLines("/etc/os-release").Contains("ID=debian");

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        await File.AppendAllTextAsync(Log, $"{program} {string.Join(' ', arguments)}\n{string.Join('\n', await output)}\nexit code {process.ExitCode}\n");
        return process.ExitCode == 0;
    }
}
