namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Where a browser of the Chromium family stands on this machine.</summary>
internal static class BrowserPlace
{
    /// <summary>Names the browser to use, before all others.</summary>
    public const string Variable = "LOKET_BROWSER";

    /// <summary>Debian's name for Chromium without windows: of its program and its package.</summary>
    public const string Shell = "chromium-headless-shell";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The program of the browser, or null when there is none.</summary>
    /// <param name="own">Where Playwright keeps the browser that it installs itself.</param>
    /// <exception cref="FileNotFoundException"><see cref="Variable"/> names a file that is not there.</exception>
    public static string? Find(string own) => Chosen ?? OnPath(Names).Concat(UsualPlaces).Append(own).FirstOrDefault(File.Exists);

    /// <summary>A browser that has no windows to draw, or null: the pages are the same, and come in less time. It does not show documents.</summary>
    /// <exception cref="FileNotFoundException"><see cref="Variable"/> names a file that is not there.</exception>
    public static string? FindShell() => Chosen ?? OnPath([Shell]).FirstOrDefault(File.Exists);

    private static string? Chosen => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } chosen
        ? null
        : File.Exists(chosen) ? chosen : throw new FileNotFoundException($"{Variable} names {chosen}, and there is no such file.");

    private static IEnumerable<string> OnPath(string[] names) =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in names
        select Path.Combine(folder, name);
}
