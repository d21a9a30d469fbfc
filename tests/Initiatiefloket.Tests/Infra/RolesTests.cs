using System.Text.RegularExpressions;
using Initiatiefloket.Platform;

namespace Initiatiefloket.Tests.Infra;

/// <summary>Who may do what. Ids of built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles</summary>
public sealed class RolesTests
{
    private const string BlobDataOwner = "storageAccounts/stfloket b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string QueueDataContributor = "storageAccounts/stfloket 974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "storageAccounts/stfloket 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string SecretsUser = "vaults/kv-floket- 4633458b-17de-408a-b874-0445c86b69e6";
    private const string WrapsWithTheKey = "vaults/kv-floket-/keys/app-keys e147488a-f6f5-4113-8e2d-b22465e65bf6";
    private const string MetricsPublisher = "components/appi-floket- 3913510d-42f4-4e42-8a64-420c390055eb";
    private const string DurableTaskDataContributor = "schedulers/dts-floket- 0ad04412-c4d5-4796-b79c-f76d14c8d402";

    private static readonly string[] Usual = [TableDataContributor, WrapsWithTheKey, SecretsUser, MetricsPublisher];

    private static readonly string[] Containers = [.. ContainerNames.All, "azure-webjobs-hosts", "azure-webjobs-secrets", "deployments"];

    [Fact]
    public void Roles_AsShipped_AreThoseOnOneResourceEach() => AssertRoles(Deployment.AsShipped, [.. Usual, BlobDataOwner, QueueDataContributor]);

    // Without a task hub in the account: no queues, and blobs a container at a time.
    [Fact]
    public void Roles_WithTheScheduler_AreOnEachContainer() => AssertRoles(
        Deployment.WithEverything,
        [
            .. Usual,
            DurableTaskDataContributor,
            .. Containers.Select(name => BlobDataOwner.Replace(" ", $"/blobServices/default/containers/{name} ", StringComparison.Ordinal)),
        ]);

    [Fact]
    public void Roles_All_AreThoseOfTheAppsIdentity() =>
        Assert.All(
            Deployment.WithEverything.All("Microsoft.Authorization/roleAssignments"),
            role => Assert.Matches(@"/userAssignedIdentities/id-floket-\w+', '[\d-]+'\)\.principalId\]$", role.TextAt("properties.principalId")));

    [Fact]
    public void Roles_OfAllFiles_AreGivenInOneFile() =>
        Assert.Equal(
            ["rbac.bicep"],
            Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("roleAssignments", StringComparison.Ordinal))
                .Select(Path.GetFileName));

    private static void AssertRoles(Deployment deployment, IEnumerable<string> expected)
    {
        var given = deployment.All("Microsoft.Authorization/roleAssignments").Select(role =>
        {
            var scope = Regex.Match(role.TextAt("id"), @"^\[extensionResourceId\('[^']*?/([a-zA-Z]+/(st|kv-|appi-|dts-)floket-?)[a-z0-9]{13}([^']*)', ").Groups;
            return $"{scope[1].Value}{scope[3].Value} {role.TextAt("properties.roleDefinitionId").Split('/')[^1]}";
        });

        Assert.Equal(expected.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }
}
