using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Road;

public sealed class PolicyAtStartTests
{
    [Fact]
    public async Task Start_WithAWrongPolicy_EndsWithWhatToPutRight()
    {
        using var policy = new PolicyDraft(json =>
        {
            json["bands"]!.AsArray().Clear();
            json["terms"]!["decision"] = "acht weken";
        });
        await using var app = AppProcess.Start(
            $"--urls=http://127.0.0.1:{FreePort.Find()}", "--AzureWebJobsStorage=none", $"--Policy:File={policy.File}");

        var code = await app.EndAsync();

        Assert.Equal(1, code);
        Assert.StartsWith($"De policy in {policy.File} klopt niet:", app.Errors, StringComparison.Ordinal);
        Assert.Contains("- bands: ", app.Errors, StringComparison.Ordinal);
        Assert.Contains("- terms.decision: ", app.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", app.Errors, StringComparison.Ordinal);
    }
}
