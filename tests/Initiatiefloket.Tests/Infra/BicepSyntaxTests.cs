namespace Initiatiefloket.Tests.Infra;

public sealed class BicepSyntaxTests
{
    [Fact]
    public void Files_Parsed_HaveNoSyntaxErrors() =>
        Assert.Empty(BicepFile.All.SelectMany(file => file.Errors.Select(error => $"{file.Path}: {error}")));

    [Fact]
    public void Files_Read_ContainWhatTheyDeploy() =>
        Assert.Equal(
            ["function-app.bicep", "main.bicep", "monitoring.bicep", "rbac.bicep", "redaction.bicep"],
            BicepFile.All.Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal));

    [Fact]
    public void LocalModules_Referenced_Exist()
    {
        var missing =
            from file in BicepFile.All
            from reference in file.References
            where reference.Value.EndsWith(".bicep", StringComparison.Ordinal)
            let target = Path.Combine(Path.GetDirectoryName(file.Path)!, reference.Value)
            where !File.Exists(target)
            select target;

        Assert.Empty(missing);
    }

    [Fact]
    public void RegistryModules_Referenced_ArePinnedToAVersion()
    {
        var fromRegistry = BicepFile.All
            .SelectMany(file => file.References)
            .Where(reference => reference.Value.StartsWith("br/", StringComparison.Ordinal));

        Assert.All(fromRegistry, reference => Assert.Matches(@"^br/public:avm/res/[a-z/-]+:\d+\.\d+\.\d+$", reference.Value));
    }
}
