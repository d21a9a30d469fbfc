using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Infra;

/// <summary>What <c>.ci/audit.mjs</c> makes of what registries answer, as it was recorded.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Index = """{"version":"3.0.0","resources":[{"@id":"https://nuget.example/v3/vulnerabilities/index.json","@type":"VulnerabilityInfo/6.7.0"}]}""";
    private const string IndexWithoutAdvisories = """{"version":"3.0.0","resources":[{"@id":"https://nuget.example/v3-flatcontainer/","@type":"PackageBaseAddress/3.0.0"}]}""";
    private const string CleanNpm = """{"auditReportVersion":2,"vulnerabilities":{},"metadata":{"vulnerabilities":{"high":0,"critical":0,"total":0}}}""";
    private const string CleanNuget = """{"version":1,"sources":["https://nuget.example/v3/index.json"],"projects":[{"path":"/app/functions/functions.csproj"}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loket-audit-");

    [Fact]
    public void Audit_NothingFound_SaysThatBothAnswered() => Assert.Equal(
        (0, "nuget: answered, 0 found\nnpm: answered, 0 found"), Run(CleanNuget, Index, CleanNpm));

    [Theory]
    [InlineData("High", 1, "FAILS: high")]
    [InlineData("Critical", 1, "FAILS: critical")]
    [InlineData("Moderate", 0, "told: moderate")]
    [InlineData("Low", 0, "told: low")]
    public void Audit_VulnerableNugetPackage_FailsByItsSeverity(string severity, int exitCode, string said) => Assert.Equal(
        (exitCode, $"nuget: {said}: Newtonsoft.Json 12.0.3: https://github.com/advisories/GHSA-5crp-9r3c-p9vr\nnuget: answered, 1 found\nnpm: answered, 0 found"),
        Run(NugetWith(severity), Index, CleanNpm));

    [Fact]
    public void Audit_SourceWithoutAdvisories_IsNotTakenForAnAnswer()
    {
        const string Said = "nuget: not answered: no advisories at https://nuget.example/v3/index.json\nnpm: answered, 0 found";

        Assert.Equal((0, Said), Run(CleanNuget, IndexWithoutAdvisories, CleanNpm));
        Assert.Equal((1, Said), Run(CleanNuget, IndexWithoutAdvisories, CleanNpm, "--must-answer"));
    }

    [Theory]
    [InlineData("error: Unable to load the service index for source https://nuget.example/v3/index.json.\n  Name or service not known", "error: Unable to load the service index for source https://nuget.example/v3/index.json.")]
    [InlineData("""{"version":1,"problems":[{"level":"error","text":"No assets file was found for `/app/functions.csproj`."}],"projects":[]}""", "No assets file was found for `/app/functions.csproj`.")]
    public void Audit_NugetThatDoesNotAnswer_IsNamedAndTheOtherIsAsked(string answer, string said) =>
        Assert.Equal((0, $"nuget: not answered: {said}\nnpm: answered, 0 found"), Run(answer, Index, CleanNpm));

    [Theory]
    [InlineData("""{"message":"405 Method Not Allowed - POST https://npm.example/-/npm/v1/security/advisories/bulk","method":"POST","statusCode":405,"error":{"summary":"","detail":""}}""", "405 Method Not Allowed - POST https://npm.example/-/npm/v1/security/advisories/bulk")]
    [InlineData("""{"error":{"code":"ENOTFOUND","summary":"request to https://npm.example/ failed","detail":""}}""", "request to https://npm.example/ failed")]
    public void Audit_NpmThatDoesNotAnswer_IsNamed(string answer, string said) =>
        Assert.Equal((0, $"nuget: answered, 0 found\nnpm: not answered: {said}"), Run(CleanNuget, Index, answer));

    [Theory]
    [InlineData("azurite", 0, "told: high: axios (by azurite)")]
    [InlineData("postcss", 1, "FAILS: high: axios (by postcss)")]
    public void Audit_VulnerableNpmPackage_FailsWhenItTakesPartInTheBuild(string broughtBy, int exitCode, string said) => Assert.Equal(
        (exitCode, $"nuget: answered, 0 found\nnpm: {said}: https://github.com/advisories/GHSA-4hjh-wcwx-xvwj\nnpm: answered, 1 found"),
        Run(CleanNuget, Index, NpmWith(broughtBy)));

    [Fact]
    public void Audit_OfAStage_IsRunByCiAndEachWeek()
    {
        Assert.Matches(@"(?m)^stage audit \d+m node \.ci/audit\.mjs$", Repository.Read(".ci", "run"));
        Assert.Contains("node .ci/audit.mjs --must-answer", Repository.Read(".github", "workflows", "audit.yml"), StringComparison.Ordinal);
    }

    // Who stays out of the build is said by name: one that package.json does not have any more would excuse nobody.
    [Fact]
    public void Audit_ToolsThatStayLocal_AreThoseOfPackageJson()
    {
        var named = Regex.Match(Repository.Read(".ci", "audit.mjs"), @"localTools = \[([^\]]+)\]").Groups[1].Value.Split(',', StringSplitOptions.TrimEntries);

        Assert.All(named, tool => Assert.Contains($"\"{tool.Trim('\'')}\": ", Repository.Read("package.json"), StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string NugetWith(string severity) => $$"""
        {"version":1,"parameters":"--vulnerable --include-transitive","sources":["https://nuget.example/v3/index.json"],"projects":[
          {"path":"/app/functions/functions.csproj","frameworks":[{"framework":"net10.0","transitivePackages":[
            {"id":"Newtonsoft.Json","resolvedVersion":"12.0.3","vulnerabilities":[{"severity":"{{severity}}","advisoryurl":"https://github.com/advisories/GHSA-5crp-9r3c-p9vr"}]}]}]},
          {"path":"/app/tests/tests.csproj","frameworks":[{"framework":"net10.0","topLevelPackages":[
            {"id":"Newtonsoft.Json","requestedVersion":"12.0.3","resolvedVersion":"12.0.3","vulnerabilities":[{"severity":"{{severity}}","advisoryurl":"https://github.com/advisories/GHSA-5crp-9r3c-p9vr"}]}]}]},
          {"path":"/app/devhost/devhost.csproj"}]}
        """;

    private static string NpmWith(string broughtBy) => $$"""
        {"auditReportVersion":2,"vulnerabilities":{
          "axios":{"name":"axios","severity":"high","isDirect":false,"effects":["{{broughtBy}}"],"fixAvailable":false,"via":[
            {"source":1108263,"name":"axios","title":"DoS through lack of data size check","url":"https://github.com/advisories/GHSA-4hjh-wcwx-xvwj","severity":"high"}]},
          "{{broughtBy}}":{"name":"{{broughtBy}}","severity":"high","isDirect":true,"effects":[],"via":["axios"],"fixAvailable":false} } }
        """;

    private (int ExitCode, string Output) Run(string nuget, string index, string npm, params string[] options)
    {
        string[] recorded = ["--nuget", Write("nuget.json", nuget), "--nuget-index", Write("index.json", index), "--npm", Write("npm.json", npm)];
        var start = new ProcessStartInfo("node", [Repository.PathOf(".ci", "audit.mjs"), .. recorded, .. options]) { RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return (node.ExitCode, output.ReplaceLineEndings("\n").Trim());
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, content);
        return file;
    }
}
