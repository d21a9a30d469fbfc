using Azure.Storage.Blobs;
using Initiatiefloket.Testing;

namespace Initiatiefloket.DevHost.Tests.Timers;

public sealed class TimerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Start_WhenARunWasMissed_MakesUpForItOnceAndRunsWhatRunsAtStart()
    {
        var data = Directory.CreateTempSubdirectory("devhost-");
        var container = new BlobContainerClient(azurite.ConnectionString, "azure-webjobs-hosts");
        await container.CreateAsync();
        var status = container.GetBlobClient("timers/local/Host.Functions.OnceAYear/status");
        await status.UploadAsync(BinaryData.FromString("""{"Last":"2024-01-01T00:00:00Z","Next":"2025-01-01T00:00:00Z","LastUpdated":"2024-01-01T00:00:00Z"}"""));

        await using var host = await HostProcess.StartReadyAsync(["--app", HostProcess.Probe, "--data", data.FullName, $"--AzureWebJobsStorage={azurite.ConnectionString}"]);
        using var http = new HttpClient { BaseAddress = host.Site };
        var rounds = await Eventually.FindAsync("a round of each timer", async () =>
            await http.GetStringAsync(new Uri("/rounds", UriKind.Relative)) is var all && all.Contains("OnceAYear", StringComparison.Ordinal) && all.Contains("AtStart", StringComparison.Ordinal)
                && all.Contains("EachSecond", StringComparison.Ordinal) ? all : null);

        Assert.Single(rounds.Split('\n'), "OnceAYear late 01-01 00:00");
        Assert.Single(rounds.Split('\n'), round => round.StartsWith("AtStart on time", StringComparison.Ordinal));
        Assert.Contains("EachSecond on time unknown", rounds, StringComparison.Ordinal);
        await Eventually.FindAsync("the run to be kept", async () => (await status.DownloadContentAsync()).Value.Content.ToString().Contains("\"Last\":\"2024", StringComparison.Ordinal) ? null : "kept");
    }
}
