namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>Files that tests leave behind for people: <c>artifacts/</c> in the repository, not in git.</summary>
internal static class Artifacts
{
    /// <summary>The path of a file; its folder is there afterwards.</summary>
    public static string PathOf(params string[] parts)
    {
        var path = Path.Combine([Root(), "artifacts", .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Initiatiefloket.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Initiatiefloket.slnx above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
