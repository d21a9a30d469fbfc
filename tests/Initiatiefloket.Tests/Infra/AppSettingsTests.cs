using System.Text.Json;
using System.Text.RegularExpressions;

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
            BicepFile.AppSettings.ContainsKey(name) ^ isLocalOnly,
            $"Set {name} in infra/modules/function-app.bicep, or say in docs/deploy.md that it is local only; not both.");
    }

    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "storageAccountName")]
    [InlineData("AzureWebJobsStorage__credential", "managedidentity")]
    [InlineData("AzureWebJobsStorage__clientId", "identityClientId")]
    public void Storage_OfTheHost_IsReachedByIdentity(string name, string value) =>
        Assert.Equal(value, BicepFile.AppSettings[name]);

    [Fact]
    public void MailKey_OfTheApp_IsAKeyVaultReference()
    {
        Assert.Equal("mailApiKeyReference", BicepFile.AppSettings["Mail__ApiKey"]);
        var reference = Assert.Single(BicepFile.AllProperties, property => property.Path == "functionApp.params.mailApiKeyReference");
        Assert.StartsWith("@Microsoft.KeyVault(VaultName=", reference.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_OfAzd_AreThoseOfTheTemplate()
    {
        using var parameters = JsonDocument.Parse(Repository.Read("infra", "main.parameters.json"));
        var named = parameters.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name);
        var declared = Regex
            .Matches(Repository.Read("infra", "main.bicep"), @"^param (\w+)", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

        Assert.Equal(declared, named);
    }
}
