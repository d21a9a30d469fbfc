using System.Reflection;

namespace Initiatiefloket.Benchmarks;

/// <summary>Where the programs to measure stand; the build wrote it into this one.</summary>
internal static class Built
{
    public static string Host => Path.Combine(FolderOf("devhost"), "Initiatiefloket.DevHost.dll");

    public static string App => FolderOf("functions");

    public static string Probe => FolderOf("tests/Initiatiefloket.DevHost.Probe");

    private static string FolderOf(string project) => Path.Combine(Written("RepositoryRoot"), project, Written("Output"));

    private static string Written(string key) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
