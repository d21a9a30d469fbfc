using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Initiatiefloket.DevHost.Probe.Durable;
using Initiatiefloket.Testing;

namespace Initiatiefloket.DevHost.Tests.Starting;

/// <summary>How the host, its worker and its Azurite end, and what remains.</summary>
public sealed partial class EndTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("devhost-");
    private HostProcess _host = null!;

    private HttpClient Http { get; set; } = null!;

    public async Task InitializeAsync() => await StartAsync();

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Host_WhenASignalEndsIt_EndsAllSoonAndKeepsWhatWasJustWritten(string signal)
    {
        using var before = await HostClient.ConnectAsync(_host.Site);
        (await Mailbox.Mails.SendAsync(Http, Mailbox.Mails.To("kept@example.nl"))).Dispose();
        var instance = await before.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Large), "kept");
        var children = _host.Children();
        var since = Stopwatch.GetTimestamp();

        await _host.SignalAsync(signal);
        Assert.Equal(0, await _host.EndedAsync());

        // Less than two seconds on a machine that does nothing else; more than six if Azurite had to be broken off.
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(6), $"It took {Stopwatch.GetElapsedTime(since)}.");
        Assert.Equal(2, children.Count);
        Assert.DoesNotContain(children, HostProcess.Lives);
        await StartAsync();
        Assert.Contains("kept@example.nl", await Http.GetStringAsync(new Uri("/dev/mail.json", UriKind.Relative)), StringComparison.Ordinal);
        using var after = await HostClient.ConnectAsync(_host.Site);
        Assert.NotNull(await after.Orchestrations.GetInstanceAsync(instance));
    }

    [Fact]
    public async Task Host_WhenItIsKilled_LeavesNeitherWorkerNorAzurite()
    {
        var children = _host.Children();

        await _host.SignalAsync("KILL");

        await Eventually.FindAsync("the end of worker and Azurite", () => Task.FromResult(children.Any(HostProcess.Lives) ? null : "ended"));
        Assert.Equal(2, children.Count);
    }

    [Fact]
    public async Task Worker_WhenItDies_IsStartedAgainAndRequestsWaitOrAreToldSo()
    {
        var before = await Http.GetStringAsync(new Uri("/pid", UriKind.Relative));
        var waiting = Http.GetAsync(new Uri("/drip", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        (await waiting).Dispose();

        await HostProcess.SignalAsync("KILL", int.Parse(before, CultureInfo.InvariantCulture));

        var after = await Eventually.FindAsync("an answer of the next worker", async () =>
        {
            using var response = await Http.GetAsync(new Uri("/pid", UriKind.Relative));
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsStringAsync() : null;
        });
        Assert.NotEqual(before, after);
        Assert.Contains("The worker ended; it is started again.", _host.Output, StringComparison.Ordinal);
        await _host.WaitForLineAsync($"The worker runs as process {after}.");
    }

    [Fact]
    public async Task Azurite_WhenItDies_IsStartedAgainOnItsPorts()
    {
        var worker = int.Parse(WorkerId().Match(_host.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        var azurite = _host.Children().Single(child => child != worker);

        await HostProcess.SignalAsync("KILL", azurite);

        await _host.WaitForLineAsync("Azurite ended; it is started again.");
        await Eventually.FindAsync("another Azurite", () => Task.FromResult(_host.Children().Any(child => child != worker && child != azurite) ? "started" : null));
    }

    [Fact]
    public async Task Services_Always_AreAzuriteAndMailboxAlone()
    {
        var data = Path.Combine(_data.FullName, "services");
        await using var services = await HostProcess.StartReadyAsync(["services", "--azurite", "0", "--data", data]);
        using var http = new HttpClient { BaseAddress = services.Site };

        Assert.Equal(HttpStatusCode.Accepted, (await Mailbox.Mails.SendAsync(http, Mailbox.Mails.To("anna@example.nl"))).StatusCode);
        var blob = int.Parse(BlobPort().Match(services.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True((await new BlobServiceClient(new AzuritePorts(blob, 0, 0).ConnectionString).GetPropertiesAsync()).HasValue);
        Assert.DoesNotContain("Site:", services.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"The worker runs as process (\d+)\.")]
    private static partial Regex WorkerId();

    [GeneratedRegex(@"Azurite on ports (\d+)")]
    private static partial Regex BlobPort();

    private async Task StartAsync()
    {
        Http?.Dispose();
        _host = await HostProcess.StartProbeAsync(_data.FullName);
        Http = new HttpClient { BaseAddress = _host.Site };
    }
}
