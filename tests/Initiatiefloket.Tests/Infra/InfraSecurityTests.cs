using Initiatiefloket.Platform;

namespace Initiatiefloket.Tests.Infra;

public sealed class InfraSecurityTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string BlobService = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string Key = "Microsoft.KeyVault/vaults/keys";
    private const string Site = "Microsoft.Web/sites";
    private const string Telemetry = "Microsoft.Insights/components";

    [Theory]
    [InlineData(Account, "properties.allowSharedKeyAccess", "False")]
    [InlineData(Account, "properties.defaultToOAuthAuthentication", "True")]
    [InlineData(Account, "properties.isLocalUserEnabled", "False")]
    [InlineData(Account, "properties.allowBlobPublicAccess", "False")]
    [InlineData(Account, "properties.allowCrossTenantReplication", "False")]
    [InlineData(Account, "properties.supportsHttpsTrafficOnly", "True")]
    [InlineData(Account, "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData(Account, "properties.encryption.requireInfrastructureEncryption", "True")]
    [InlineData(Account, "sku.name", "Standard_ZRS")]
    [InlineData(BlobService, "properties.deleteRetentionPolicy.enabled", "True")]
    [InlineData(BlobService, "properties.deleteRetentionPolicy.days", "14")]
    [InlineData(BlobService, "properties.containerDeleteRetentionPolicy.enabled", "True")]
    [InlineData(BlobService, "properties.containerDeleteRetentionPolicy.days", "14")]
    [InlineData(BlobService, "properties.isVersioningEnabled", "False")]
    [InlineData("Microsoft.Authorization/locks", "properties.level", "CanNotDelete")]
    [InlineData(Vault, "properties.enableRbacAuthorization", "True")]
    [InlineData(Vault, "properties.enableSoftDelete", "True")]
    [InlineData(Vault, "properties.softDeleteRetentionInDays", "90")]
    [InlineData(Vault, "properties.enablePurgeProtection", "True")]
    [InlineData(Vault, "properties.enabledForTemplateDeployment", "False")]
    [InlineData(Vault, "properties.accessPolicies", "")]
    [InlineData(Key, "properties.kty", "RSA")]
    [InlineData(Key, "properties.keySize", "3072")]
    [InlineData(Key, "properties.keyOps", "[\"wrapKey\",\"unwrapKey\"]")]
    [InlineData(Key, "properties.attributes.exportable", "False")]
    [InlineData(Telemetry, "properties.DisableLocalAuth", "True")]
    [InlineData(Telemetry, "properties.DisableIpMasking", "False")]
    [InlineData(Site, "properties.httpsOnly", "True")]
    [InlineData(Site, "properties.siteConfig.minTlsVersion", "1.2")]
    [InlineData(Site, "properties.siteConfig.scmMinTlsVersion", "1.2")]
    [InlineData(Site, "properties.siteConfig.ftpsState", "Disabled")]
    [InlineData(Site, "properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity")]
    [InlineData(Site, "identity.type", "UserAssigned")]
    public void Property_Deployed_HasTheSafeValue(string type, string path, string expected)
    {
        Assert.Equal(expected, TextOf(Deployment.AsShipped));
        Assert.Equal(expected, TextOf(Deployment.WithEverything));

        string TextOf(Deployment deployment) => System.Text.RegularExpressions.Regex.Replace(deployment.Only(type).TextAt(path), @"\s", "");
    }

    [Fact]
    public void Containers_All_AreClosedAndThoseOfTheAppAreNamed()
    {
        var containers = Deployment.AsShipped.All("Microsoft.Storage/storageAccounts/blobServices/containers").ToArray();

        Assert.All(containers, container => Assert.Equal("None", container.TextAt("properties.publicAccess")));
        Assert.Equal(
            [.. ContainerNames.All.Concat(["azure-webjobs-hosts", "azure-webjobs-secrets", "deployments"]).Order(StringComparer.Ordinal)],
            containers.Select(container => container.TextAt("name").Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ftp")]
    [InlineData("scm")]
    public void Passwords_ForDeploying_AreSwitchedOff(string kind)
    {
        var policies = Deployment.AsShipped.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        var policy = Assert.Single(policies, policy => policy.TextAt("name").EndsWith($"/{kind}", StringComparison.Ordinal));
        Assert.Equal("False", policy.TextAt("properties.allow"));
    }

    // Of the app only what the host says, which redaction.bicep guards; what Azure would log of its pages are addresses with personal links.
    [Theory]
    [InlineData("blobServices/default", "StorageRead,StorageWrite,StorageDelete")]
    [InlineData("queueServices/default", "StorageRead,StorageWrite,StorageDelete")]
    [InlineData("tableServices/default", "StorageRead,StorageWrite,StorageDelete")]
    [InlineData("sites/func-floket-", "FunctionAppLogs")]
    [InlineData("vaults/kv-floket-", "AuditEvent")]
    public void Diagnostics_OfDataKeysAndApp_GoToTheWorkspace(string resource, string categories)
    {
        var deployment = Deployment.AsShipped;
        var settings = deployment.All("Microsoft.Insights/diagnosticSettings").ToArray();
        Assert.Equal(5, settings.Length);

        var setting = Assert.Single(settings, setting => setting.TextAt("id").Contains(resource, StringComparison.Ordinal));
        Assert.Equal(Deployment.AsShipped.All("Microsoft.OperationalInsights/workspaces").First().TextAt("id"), setting.TextAt("properties.workspaceId"));
        Assert.Equal(
            categories.Split(','),
            setting.At("properties.logs").EnumerateArray().Where(log => log.TextAt("enabled") == "True").Select(log => log.TextAt("category")));
    }

    [Fact]
    public void Sources_OfAllFiles_NeverAskForKeys() =>
        Assert.All(
            Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories),
            file => Assert.DoesNotMatch(@"\blist(Keys|AccountSas|ServiceSas)\b", File.ReadAllText(file)));

    [Fact]
    public void MailKey_HandedOver_IsSecureAllTheWay()
    {
        var template = System.Text.Json.JsonDocument.Parse(Bicep.Run("build", "--stdout", Repository.PathOf("infra", "modules", "vault.bicep")).Output);
        Assert.Equal("securestring", template.RootElement.TextAt("parameters.mailApiKey.type"));
    }
}
