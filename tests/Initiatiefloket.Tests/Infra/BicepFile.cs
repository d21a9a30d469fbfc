using System.Diagnostics;
using System.Text.Json;

namespace Initiatiefloket.Tests.Infra;

/// <summary>One Bicep file as a parser sees it. The <c>bicep</c> command itself is not needed for these tests.</summary>
internal sealed record BicepFile(
    string Path,
    IReadOnlyList<string> Errors,
    IReadOnlyList<BicepText> Outputs,
    IReadOnlyList<BicepText> References,
    IReadOnlyList<BicepText> Properties)
{
    private const string SettingsPath = "site.params.configs.properties.";
    private static readonly TimeSpan LongestParse = TimeSpan.FromSeconds(60);
    private static readonly Lazy<BicepFile[]> Found = new(ReadAll);

    /// <summary>Every file below <c>infra/</c>.</summary>
    public static IReadOnlyList<BicepFile> All => Found.Value;

    /// <summary>The properties of all files.</summary>
    public static IEnumerable<BicepText> AllProperties => All.SelectMany(file => file.Properties);

    /// <summary>The app settings that the function app gets: name and source text of the value.</summary>
    public static IReadOnlyDictionary<string, string> AppSettings => AllProperties
        .Where(property => property.Path.StartsWith(SettingsPath, StringComparison.Ordinal))
        .ToDictionary(property => property.Path[SettingsPath.Length..], property => property.Value, StringComparer.Ordinal);

    private static BicepFile[] ReadAll()
    {
        var files = Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.PathOf("tests", "Initiatiefloket.Tests", "Infra", "read-bicep.mjs"));
        Array.ForEach(files, start.ArgumentList.Add);

        using var node = Process.Start(start) ?? throw new InvalidOperationException("Node.js did not start.");
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        if (!node.WaitForExit(LongestParse))
        {
            node.Kill(entireProcessTree: true);
            throw new TimeoutException($"Parsing {files.Length} Bicep files took longer than {LongestParse}.");
        }

        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<BicepFile[]>(output.GetAwaiter().GetResult(), JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"read-bicep.mjs failed: {errors.GetAwaiter().GetResult()}");
    }
}
