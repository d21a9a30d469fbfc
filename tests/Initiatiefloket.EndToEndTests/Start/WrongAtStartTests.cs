using Initiatiefloket.EndToEndTests.Hosting;

namespace Initiatiefloket.EndToEndTests.Start;

/// <summary>A policy that does not hold, and settings that cannot be.</summary>
[Collection(BesideTheKills.Name)]
public sealed class WrongAtStartTests
{
    [Fact]
    public async Task Start_WithAWrongPolicy_EndsWithWhatToPutRight()
    {
        await using var loket = await LocalLoket.CreateAsync();
        loket.ChangePolicy(policy =>
        {
            policy["bands"]!.AsArray().Clear();
            policy["terms"]!["decision"] = "acht weken";
        });
        await using var host = loket.Start();

        var code = await host.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains($"De policy in {loket.Settings["Policy__File"]} klopt niet:", host.Output, StringComparison.Ordinal);
        Assert.Contains("- bands: ", host.Output, StringComparison.Ordinal);
        Assert.Contains("- terms.decision: ", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail__From", "", "Set Mail__From to the address")]
    [InlineData("AzureWebJobsStorage", "geheim", "AzureWebJobsStorage is no connection string of a storage account: ")]
    [InlineData("AzureWebJobsStorage", null, "The storage account does not accept the key in AzureWebJobsStorage: ")]
    public async Task Start_WithAWrongSetting_EndsWithWhatToPutRight(string setting, string? value, string sentence)
    {
        await using var loket = await LocalLoket.CreateAsync();
        loket.Settings[setting] = value ?? loket.Azurite.ConnectionString.Replace("AccountKey=", "AccountKey=AAAA", StringComparison.Ordinal);
        await using var host = loket.Start();

        var code = await host.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains(sentence, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }
}
