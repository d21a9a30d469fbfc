using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Infra;

public sealed class BicepTests
{
    private const string Then = "\n";
    private const string Plan = "resource plan 'Microsoft.Web/serverfarms@2025-03-01' =";
    private const string Account = "resource account 'Microsoft.Storage/storageAccounts@2025-06-01'";

    private static readonly string[] Sources = Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories);

    [Fact]
    public void Build_OfAllFiles_GivesNoErrorAndNoWarning() =>
        Assert.Equal((0, ""), ResultOf(Bicep.Run("build", "--stdout", Repository.PathOf("infra", "main.bicep"))));

    [Fact]
    public void Lint_OfAllFiles_GivesNoErrorAndNoWarning() =>
        Assert.Equal((0, ""), ResultOf(Bicep.Run("lint", Repository.PathOf("infra", "main.bicep"))));

    /// <summary>With the rules of <c>infra/bicepconfig.json</c>: so that a clean result means something.</summary>
    [Theory]
    [InlineData("syntax", "resource account = {", 1, "BCP")]
    [InlineData("unknown-property", $$"""{{Plan}} { name: 'x', location: 'westeurope', properties: { reserve: true } }""", 0, "BCP089")]
    [InlineData("key", $$"""{{Account}} existing = { name: 'x' } {{Then}} output x string = account.listKeys().keys[0].value""", 1, "outputs-should-not-contain-secrets")]
    [InlineData("secret", $$"""@secure() {{Then}} param key string = 'abc' {{Then}} var used = key""", 1, "secure-parameter-default")]
    [InlineData("unused", "param forgotten string", 1, "no-unused-params")]
    public void Build_OfAFaultyFile_IsNotClean(string name, string source, int exitCode, string remark)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "infra", $"faulty-{name}")).FullName;
        File.Copy(Repository.PathOf("infra", "bicepconfig.json"), Path.Combine(folder, "bicepconfig.json"), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "main.bicep"), source);

        var run = Bicep.Run("build", "--stdout", Path.Combine(folder, "main.bicep"));

        Assert.False(run.IsClean);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(remark, run.Remarks, StringComparison.Ordinal);
    }

    // A module that no file names would not be compiled, and one from a registry only with a network.
    [Fact]
    public void Modules_Named_AreTheFilesThatAreThere()
    {
        var named = Sources.SelectMany(file => Regex
            .Matches(File.ReadAllText(file), @"^module \w+ '([^']+)'", RegexOptions.Multiline)
            .Select(module => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, module.Groups[1].Value))));

        Assert.Equal(
            Sources.Where(file => Path.GetFileName(file) != "main.bicep").Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Resources_OfAllFiles_HaveAPinnedVersion() =>
        Assert.All(
            Sources.SelectMany(file => Regex.Matches(File.ReadAllText(file), @"^ *resource \w+ '(Microsoft\.[^']+)'", RegexOptions.Multiline)),
            resource => Assert.Matches(@"@\d{4}-\d\d-\d\d(-preview)?$", resource.Groups[1].Value));

    private static (int, string) ResultOf(BicepRun run) => (run.ExitCode, run.Remarks);
}
