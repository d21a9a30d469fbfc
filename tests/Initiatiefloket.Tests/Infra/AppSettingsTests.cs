using System.Reflection;
using System.Text.Json;

namespace Initiatiefloket.Tests.Infra;

public sealed class AppSettingsTests
{
    public static TheoryData<string> SampleSettings()
    {
        using var sample = JsonDocument.Parse(Repository.Read("local.settings.sample.json"));
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(setting => setting.Name)];
    }

    [Theory]
    [MemberData(nameof(SampleSettings))]
    public void Setting_OfTheSample_IsDeployedOrDocumentedAsLocalOnly(string name)
    {
        var isLocalOnly = Repository.Read("docs", "deploy.md").Contains($"| `{name}` | local only", StringComparison.Ordinal);

        Assert.True(
            Deployment.AsShipped.Settings().ContainsKey(name) ^ isLocalOnly,
            $"Set {name} in infra/modules/function-app.bicep, or say in docs/deploy.md that it is local only; not both.");
    }

    // A name that was misspelled, or whose property is gone, would be set and never read.
    [Fact]
    public void Setting_OfASection_IsAPropertyOfItsOptions()
    {
        var options = typeof(Loket).Assembly.GetTypes()
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(type => type.Section is not null)
            .SelectMany(type => type.Type.GetProperties().Select(property => $"{type.Section}__{property.Name}"));
        string[] read = ["AzureWebJobsStorage__accountName", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential", "Policy__File", .. options];

        Assert.Empty(Deployment.AsShipped.Settings().Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).Except(read));
    }

    [Fact]
    public void Storage_OfTheHost_IsReachedByIdentity()
    {
        var settings = Deployment.AsShipped.Settings();

        Assert.Equal(Deployment.AsShipped.Only("Microsoft.Storage/storageAccounts").TextAt("name"), settings["AzureWebJobsStorage__accountName"]);
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.Matches(@"/userAssignedIdentities/id-floket-\w+', '[\d-]+'\)\.clientId\]$", settings["AzureWebJobsStorage__clientId"]);
        Assert.Equal(settings["AzureWebJobsStorage__clientId"], settings["AZURE_CLIENT_ID"]);
    }

    [Fact]
    public void MailKey_OfTheApp_IsTheSecretInTheVault()
    {
        var secret = Deployment.AsShipped.Only("Microsoft.KeyVault/vaults/secrets").TextAt("name").Split('/');

        Assert.Equal($"@Microsoft.KeyVault(VaultName={secret[0]};SecretName={secret[1]})", Deployment.AsShipped.Settings()["Mail__ApiKey"]);
    }

    [Fact]
    public void KeyThatWraps_OfTheApp_IsTheOneInTheVaultWithoutAVersion()
    {
        var key = Deployment.AsShipped.Only("Microsoft.KeyVault/vaults/keys").TextAt("name").Split('/');

        Assert.Equal(
            $"[format('https://{{0}}{{1}}/keys/{{2}}', '{key[0]}', environment().suffixes.keyvaultDns, '{key[1]}')]", Deployment.AsShipped.Settings()["Keys__VaultKey"]);
        Assert.Equal("1", Deployment.AsShipped.Settings()["Keys__HashSecret"]);
    }

    [Fact]
    public void PublicAddress_NotChosen_IsTheOneThatAzureGives()
    {
        var name = Deployment.AsShipped.Only("Microsoft.Web/sites").TextAt("name");

        Assert.Equal($"https://{name}.azurewebsites.net", Deployment.AsShipped.Settings()["Site__PublicAddress"]);
        Assert.Equal("https://initiatief.oldenzaal.example", Deployment.WithEverything.Settings()["Site__PublicAddress"]);
    }

    [Fact]
    public void Parameters_OfAzd_AreThoseOfTheTemplate()
    {
        using var template = JsonDocument.Parse(Bicep.Run("build", "--stdout", Repository.PathOf("infra", "main.bicep")).Output);
        using var parameters = JsonDocument.Parse(Repository.Read("infra", "main.parameters.json"));

        Assert.Equal(
            template.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name),
            parameters.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name));
    }
}
