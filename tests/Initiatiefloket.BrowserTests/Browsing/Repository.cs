namespace Initiatiefloket.BrowserTests.Browsing;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The path of a file that tests write; its folder is there afterwards.</summary>
    public static string PathOf(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Initiatiefloket.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Initiatiefloket.slnx above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
