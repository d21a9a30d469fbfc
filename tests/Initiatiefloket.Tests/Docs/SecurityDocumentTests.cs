using System.Text.RegularExpressions;
using Initiatiefloket.Tests.Infra;

namespace Initiatiefloket.Tests.Docs;

/// <summary>What docs/security.md says can be looked up: each requirement has its line, and what a line names is there.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Document = Repository.Read("docs", "security.md");

    // Ids and levels only, from the standard's own export (https://github.com/OWASP/ASVS, v5.0.0).
    private static readonly List<string> Requirements =
        [.. Repository.Read("tests", "Initiatiefloket.Tests", "Docs", "asvs-5.0.0.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])];

    private static readonly Dictionary<string, string> Sources = new(
        new[] { "devhost", "docs", "functions", "infra", "tests", ".github" }.SelectMany(FilesIn).Concat(Directory.EnumerateFiles(Repository.PathOf()))
            .Where(path => Named().IsMatch(path))
            .Select(path => KeyValuePair.Create($"/{Path.GetRelativePath(Repository.PathOf(), path).Replace('\\', '/')}", File.ReadAllText(path))));

    private static readonly ILookup<string, string> Types = Sources
        .SelectMany(source => TypesIn(source.Key, source.Value).Select(name => (Name: name, Text: source.Value)))
        .ToLookup(type => type.Name, type => type.Text);

    [Fact]
    public void Requirements_OfLevelsOneAndTwo_HaveALineEachInTheirOrder()
    {
        Assert.Equal(253, Requirements.Count);
        Assert.Equal(Requirements, Lines().Matches(Document).SelectMany(line => IdsOf(line.Groups["first"].Value, line.Groups["last"].Value)));
    }

    [Fact]
    public void Names_InTheDocument_AreThere() =>
        Assert.DoesNotContain(Names().Matches(Document).Select(name => name.Groups["name"].Value).Distinct(), name => !IsThere(name));

    [Fact]
    public void Links_InTheDocument_LeadToAPageAndItsHeading() =>
        Assert.DoesNotContain(
            Links().Matches(Document).Select(link => (Page: link.Groups["page"].Value, Heading: link.Groups["heading"].Value)),
            link => !LeadsSomewhere(link.Page, link.Heading));

    private static List<string> IdsOf(string first, string last)
    {
        var from = Requirements.IndexOf(first);
        var to = last.Length == 0 ? from : Requirements.IndexOf(last);
        Assert.True(from >= 0 && to >= from, $"No requirements {first} to {last}.");
        return Requirements[from..(to + 1)];
    }

    // A file by the end of its path; a type with, behind it, what it has: a test, a member of an enum.
    private static bool IsThere(string name)
    {
        if (Named().IsMatch(name))
        {
            return Sources.Keys.Any(path => path.EndsWith($"/{name}", StringComparison.Ordinal));
        }

        var parts = name.Split('.');
        return Types[parts[0]].Any(text => parts.Skip(1).All(part => Regex.IsMatch(text, $@"\b{Regex.Escape(part)}\b")));
    }

    private static bool LeadsSomewhere(string page, string heading)
    {
        var text = page.Length == 0 ? Document : Sources.GetValueOrDefault($"/docs/{page}");
        return text is not null && (heading.Length == 0 || Headings().Matches(text).Any(found => AnchorOf(found.Groups["words"].Value) == heading));
    }

    private static string AnchorOf(string heading) => NotInAnchors().Replace(heading, "").Replace(' ', '-').ToLowerInvariant();

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Repository.PathOf(), path).Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules"));

    private static IEnumerable<string> TypesIn(string path, string text) =>
        path.EndsWith(".razor", StringComparison.Ordinal) ? [Path.GetFileNameWithoutExtension(path)]
        : path.EndsWith(".cs", StringComparison.Ordinal) ? Declarations().Matches(text).Select(type => type.Groups["name"].Value).Distinct()
        : [];

    [GeneratedRegex(@"^\| (?<first>V[0-9.]+)(?:–(?<last>V[0-9.]+))? \| [^|]+ \| [^|]+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Lines();

    // Not settings (with "__" or in capitals), and not what begins with a small letter.
    [GeneratedRegex(@"`(?<name>[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*|[A-Za-z0-9_./-]+\.(?:cs|razor|bicep|json|yaml|yml|md|mjs|js|props|resx))`")]
    private static partial Regex Names();

    [GeneratedRegex(@"\.(?:cs|razor|bicep|json|yaml|yml|md|mjs|js|props|resx)$")]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\((?!https:)(?<page>[^)#]*)(?:#(?<heading>[^)]+))?\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (?<words>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface) (?:class |struct )?(?<name>[A-Z]\w*)")]
    private static partial Regex Declarations();
}
