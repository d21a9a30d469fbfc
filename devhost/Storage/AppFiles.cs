namespace Initiatiefloket.DevHost;

/// <summary>Where the app's own files are.</summary>
internal static class AppFiles
{
    /// <summary>A file in the content root, else beside the assemblies; null when neither has it.</summary>
    public static string? Find(string name, string contentRoot) =>
        new[] { contentRoot, AppContext.BaseDirectory }.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The nearest folder, from the given one up, that holds a path; null when there is none.</summary>
    public static string? FolderAbove(string start, string path)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, path)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
