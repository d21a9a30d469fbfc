using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Infra;

public sealed class InfraSecurityTests
{
    [Theory]
    [InlineData("storage.params.allowSharedKeyAccess", "false")]
    [InlineData("storage.params.allowBlobPublicAccess", "false")]
    [InlineData("storage.params.supportsHttpsTrafficOnly", "true")]
    [InlineData("storage.params.minimumTlsVersion", "TLS1_2")]
    [InlineData("vault.params.enableRbacAuthorization", "true")]
    [InlineData("applicationInsights.params.disableLocalAuth", "true")]
    [InlineData("applicationInsights.params.disableIpMasking", "false")]
    [InlineData("site.params.httpsOnly", "true")]
    [InlineData("site.params.siteConfig.minTlsVersion", "1.2")]
    [InlineData("site.params.siteConfig.ftpsState", "Disabled")]
    [InlineData("site.params.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity")]
    public void Property_Deployed_HasTheSafeValue(string path, string expected) =>
        Assert.Equal(expected, Assert.Single(BicepFile.AllProperties, property => property.Path == path).Value);

    [Fact]
    public void Outputs_OfAllFiles_HoldNoKeyOrSecret() =>
        Assert.DoesNotContain(
            BicepFile.All.SelectMany(file => file.Outputs),
            output => Regex.IsMatch(
                output.Value, "listKeys|AccessKey|SharedKey|primaryConnectionString|InstrumentationKey|apiKey|secret|password",
                RegexOptions.IgnoreCase));

    [Fact]
    public void Sources_OfAllFiles_NeverAskForKeys() =>
        Assert.All(BicepFile.All, file => Assert.DoesNotContain("listKeys(", File.ReadAllText(file.Path), StringComparison.Ordinal));

    /// <summary>Ids of built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles</summary>
    [Theory]
    [InlineData("storageRoles.storageBlobDataOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b")]
    [InlineData("storageRoles.storageQueueDataContributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88")]
    [InlineData("storageRoles.storageTableDataContributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3")]
    [InlineData("keyVaultSecretsUser", "4633458b-17de-408a-b874-0445c86b69e6")]
    [InlineData("monitoringMetricsPublisher", "3913510d-42f4-4e42-8a64-420c390055eb")]
    public void Role_OfTheApp_IsTheBuiltInOne(string name, string id) =>
        Assert.Equal(id, Assert.Single(BicepFile.AllProperties, property => property.Path == name).Value);

    [Theory]
    [InlineData("storageAssignments", "storageAccount", "role.value")]
    [InlineData("vaultAssignment", "keyVault", "keyVaultSecretsUser")]
    [InlineData("telemetryAssignment", "applicationInsights", "monitoringMetricsPublisher")]
    public void Assignment_OfARole_IsForOneResource(string name, string scope, string role)
    {
        Assert.Contains(new BicepText($"{name}.scope", scope), BicepFile.AllProperties);
        var definition = Assert.Single(BicepFile.AllProperties, property => property.Path == $"{name}.properties.roleDefinitionId");
        Assert.EndsWith($", {role})", definition.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Assignments_OfAllFiles_StandInOneFile() =>
        Assert.All(
            BicepFile.All.Where(file => Path.GetFileName(file.Path) != "rbac.bicep"),
            file => Assert.DoesNotContain(file.References, reference => reference.Value.Contains("roleAssignments", StringComparison.Ordinal)));
}
