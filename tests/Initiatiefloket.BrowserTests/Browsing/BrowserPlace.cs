namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Where a browser of the Chromium family stands on this machine.</summary>
internal static class BrowserPlace
{
    /// <summary>Names the browser to use, before all others.</summary>
    public const string Variable = "LOKET_BROWSER";

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
    public static string? Find(string own)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            return File.Exists(chosen) ? chosen : throw new FileNotFoundException($"{Variable} names {chosen}, and there is no such file.");
        }

        return OnPath().Concat(UsualPlaces).Append(own).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> OnPath() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select Path.Combine(folder, name);
}
