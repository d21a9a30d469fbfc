using Initiatiefloket.EndToEndTests.Hosting;

namespace Initiatiefloket.EndToEndTests.Start;

/// <summary>A policy that does not hold.</summary>
[Collection(BesideTheKills.Name)]
public sealed class PolicyAtStartTests
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
}
