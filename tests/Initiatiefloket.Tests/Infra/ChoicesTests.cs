using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Infra;

/// <summary>What an administrator may choose: private network, Durable Task Scheduler, alerts.</summary>
public sealed class ChoicesTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Vault = "Microsoft.KeyVault/vaults";

    [Theory]
    [InlineData("Microsoft.Network/virtualNetworks")]
    [InlineData("Microsoft.Network/privateEndpoints")]
    [InlineData("Microsoft.DurableTask/schedulers")]
    [InlineData("Microsoft.Insights/scheduledQueryRules")]
    [InlineData("Microsoft.Consumption/budgets")]
    public void Resource_OfAChoice_IsDeployedOnlyWhenItIsMade(string type)
    {
        Assert.Empty(Deployment.AsShipped.All(type));
        Assert.NotEmpty(Deployment.WithEverything.All(type));
    }

    [Theory]
    [InlineData(Account)]
    [InlineData(Vault)]
    public void PrivateNetwork_Chosen_ClosesDataAndSecretForTheInternet(string type)
    {
        var closed = Deployment.WithEverything.Only(type);
        Assert.Equal("Disabled", closed.TextAt("properties.publicNetworkAccess"));
        Assert.Equal(("Deny", "None"), (closed.TextAt("properties.networkAcls.defaultAction"), closed.TextAt("properties.networkAcls.bypass")));

        Assert.Equal("Enabled", Deployment.AsShipped.Only(type).TextAt("properties.publicNetworkAccess"));
    }

    [Theory]
    [InlineData("blob", Account)]
    [InlineData("queue", Account)]
    [InlineData("table", Account)]
    [InlineData("vault", Vault)]
    public void PrivateEndpoint_OfAService_HasItsNameInTheNetwork(string group, string type)
    {
        var deployment = Deployment.WithEverything;
        var endpoint = deployment.Named("Microsoft.Network/privateEndpoints", $"pe-floket-{group}-");
        var connection = Assert.Single(endpoint.At("properties.privateLinkServiceConnections").EnumerateArray());
        Assert.Equal(deployment.Only(type).TextAt("id"), connection.TextAt("properties.privateLinkServiceId"));
        Assert.Equal([group], connection.At("properties.groupIds").EnumerateArray().Select(id => id.GetString()));

        var names = deployment.Named("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", $"pe-floket-{group}-");
        var zone = Assert.Single(names.At("properties.privateDnsZoneConfigs").EnumerateArray()).TextAt("properties.privateDnsZoneId");
        Assert.Contains($"privatelink.{group}", zone, StringComparison.Ordinal);
    }

    [Fact]
    public void PrivateNetwork_Chosen_HasASubnetForTheAppAndOneForTheEndpoints()
    {
        var deployment = Deployment.WithEverything;
        var network = deployment.Only("Microsoft.Network/virtualNetworks");
        var subnets = network.At("properties.subnets").EnumerateArray().Select(subnet => (subnet.TextAt("name"), subnet.TextAt("properties.addressPrefix")));
        Assert.Equal([("app", "10.90.1.0/26"), ("endpoints", "10.90.1.64/26")], subnets);

        Assert.Equal($"{network.TextAt("id")}/subnets/app", deployment.Only("Microsoft.Web/sites").TextAt("properties.virtualNetworkSubnetId"));
        Assert.All(
            deployment.All("Microsoft.Network/privateEndpoints"),
            endpoint => Assert.Equal($"{network.TextAt("id")}/subnets/endpoints", endpoint.TextAt("properties.subnet.id")));
        Assert.Equal("", Deployment.AsShipped.Only("Microsoft.Web/sites").TextAt("properties.virtualNetworkSubnetId"));
    }

    [Fact]
    public void Scheduler_Chosen_IsUsedByIdentityUnderTheHubOfHostJson()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var hub = host.RootElement.TextAt("extensions.durableTask.hubName");
        Assert.EndsWith($"/{hub}", Deployment.WithEverything.Only("Microsoft.DurableTask/schedulers/taskHubs").TextAt("name"), StringComparison.Ordinal);

        const string Provider = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";
        var settings = Deployment.WithEverything.Settings();
        Assert.Equal("azureManaged", settings[$"{Provider}type"]);
        Assert.Contains(";Authentication=ManagedIdentity;ClientID=", settings[settings[$"{Provider}connectionStringName"]], StringComparison.Ordinal);
        Assert.DoesNotContain(Deployment.AsShipped.Settings(), setting => setting.Key.StartsWith(Provider, StringComparison.Ordinal));
    }

    [Fact]
    public void Scheduler_ChosenForAnAppThatCannotUseIt_IsRefusedBeforeAnythingIsDeployed()
    {
        var run = Deployment.TryPredict("refused", new JsonObject { ["durableTaskScheduler"] = true }, package: "");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DURABLE_TASK_SCHEDULER needs the package", run.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void VirusScanner_InTheTemplate_IsAChoiceWithoutDefault()
    {
        using var template = JsonDocument.Parse(Bicep.Run("build", "--stdout", Repository.PathOf("infra", "main.bicep")).Output);
        var scanner = template.RootElement.GetProperty("parameters").GetProperty("virusScanner");

        Assert.False(scanner.TryGetProperty("defaultValue", out _));
        Assert.Equal(["clamd", "none"], scanner.GetProperty("allowedValues").EnumerateArray().Select(choice => choice.GetString()));
    }

    [Fact]
    public void VirusScanner_WithoutItsHost_IsRefusedBeforeAnythingIsDeployed()
    {
        var run = Deployment.TryPredict("unscanned", new JsonObject { ["virusScanner"] = "clamd" }, package: "");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("VIRUS_SCANNER clamd needs its host", run.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Alert_OnALine_QuotesOneThatTheAppWrites()
    {
        var code = string.Concat(Directory.GetFiles(Repository.PathOf("functions"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var lines = Deployment.WithEverything.All("Microsoft.Insights/scheduledQueryRules")
            .SelectMany(rule => rule.At("properties.criteria.allOf").EnumerateArray())
            .Select(criterion => criterion.TextAt("query").Split("Message startswith "))
            .Where(query => query.Length == 2)
            .Select(query => query[1].Trim('"'))
            .ToArray();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains($"LogLevel.Error, \"{line}", code, StringComparison.Ordinal));
    }

    [Fact]
    public void Alert_OnAMetric_NamesTheOneThatTheAppCountsByKind()
    {
        var rule = Deployment.WithEverything.Named("Microsoft.Insights/scheduledQueryRules", "alert-abuse-");
        var criterion = Assert.Single(rule.At("properties.criteria.allOf").EnumerateArray());

        Assert.Contains($"where Name == \"{Abuse.Metric}\" | extend Kind = ", criterion.TextAt("query"), StringComparison.Ordinal);
        Assert.Equal(("Total", "Sum"), (criterion.TextAt("timeAggregation"), criterion.TextAt("metricMeasureColumn")));
        Assert.Equal("Kind", Assert.Single(criterion.At("dimensions").EnumerateArray()).TextAt("name"));
    }

    [Fact]
    public void Alerts_All_GoToTheMailbox()
    {
        var deployment = Deployment.WithEverything;
        var group = deployment.Only("Microsoft.Insights/actionGroups");
        Assert.Equal("beheer@oldenzaal.example", Assert.Single(group.At("properties.emailReceivers").EnumerateArray()).TextAt("emailAddress"));

        Assert.All(
            deployment.All("Microsoft.Insights/scheduledQueryRules"),
            rule => Assert.Equal([group.TextAt("id")], rule.At("properties.actions.actionGroups").EnumerateArray().Select(id => id.GetString())));
        var metric = deployment.Only("Microsoft.Insights/metricAlerts");
        Assert.Equal(group.TextAt("id"), Assert.Single(metric.At("properties.actions").EnumerateArray()).TextAt("actionGroupId"));
    }
}
