using System.Text.RegularExpressions;
using Initiatiefloket.Tests.Infra;

namespace Initiatiefloket.Tests;

/// <summary>The app is a house with floors: a folder uses folders below it, and none beside or above it (docs/architecture.md).</summary>
public sealed partial class FloorsTests
{
    // From the ground up.
    private static readonly string[][] Floors =
    [
        ["Languages"],
        ["Money"],
        ["Terms"],
        ["Policies"],
        ["Platform"],
        ["Web", "ChangeFeed"],
        ["Initiatives"],
        ["Budget"],
        ["Links"],
        ["Mail", "Documents"],
        ["Flow"],
        ["Confirming", "Assignment", "Funding", "MoreTime"],
        ["Endings"],
        ["Support"],
        ["Submission", "Review", "Council", "Contact"],
        ["Desk", "LostLinks", "Status"],
        ["Worklist"],
        ["Reviewers"],
        ["Workflow"],
    ];

    public static TheoryData<string> Folders { get; } = [.. Floors.SelectMany(floor => floor)];

    [Fact]
    public void Folders_OfTheApp_HaveAFloorEach() => Assert.Equal(
        Directory.EnumerateDirectories(Repository.PathOf("functions")).Select(path => Path.GetFileName(path)).Where(HasSources).Order(StringComparer.Ordinal),
        Floors.SelectMany(floor => floor).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_UsesOnlyFoldersBelow(string folder)
    {
        var floor = FloorOf(folder);

        Assert.DoesNotContain(SourcesOf(folder).SelectMany(UsesIn), use => use.Folder != folder && FloorOf(use.Folder) >= floor);
    }

    // What every component imports is on the lowest floors, so that a component's own lines tell what it depends on.
    [Fact]
    public void Imports_OfEveryComponent_AreLanguagesAndWebOnly() =>
        Assert.Equal(["Languages", "Web"], UsesIn(Repository.PathOf("functions", "_Imports.razor")).Select(use => use.Folder));

    private static bool HasSources(string folder) => folder is not ("bin" or "obj") && SourcesOf(folder).Any();

    private static int FloorOf(string folder) => Array.FindIndex(Floors, floor => floor.Contains(folder));

    private static IEnumerable<string> SourcesOf(string folder) => Directory
        .EnumerateFiles(Repository.PathOf("functions", folder), "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal));

    private static IEnumerable<(string File, string Folder)> UsesIn(string path) =>
        Name().Matches(File.ReadAllText(path)).Select(match => (Path.GetFileName(path), match.Groups[1].Value));

    // Using lines of both kinds of source, and names in full.
    [GeneratedRegex(@"\bInitiatiefloket\.(\w+)")]
    private static partial Regex Name();
}
