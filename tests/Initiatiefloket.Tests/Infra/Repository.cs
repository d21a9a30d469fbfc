namespace Initiatiefloket.Tests.Infra;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    private static string FindRoot(string folder)
    {
        var candidate = new DirectoryInfo(folder);
        while (candidate is not null && !File.Exists(Path.Combine(candidate.FullName, "Initiatiefloket.slnx")))
        {
            candidate = candidate.Parent;
        }

        return candidate?.FullName ?? throw new DirectoryNotFoundException($"No Initiatiefloket.slnx above {folder}.");
    }
}
