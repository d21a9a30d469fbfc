using System.Reflection;

namespace Initiatiefloket.Demo;

/// <summary>Where the sources stand; the build wrote it into this program.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;
}
