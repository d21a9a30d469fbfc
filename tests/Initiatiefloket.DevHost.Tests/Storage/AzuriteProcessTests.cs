using System.Diagnostics;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Initiatiefloket.Testing;

namespace Initiatiefloket.DevHost.Tests.Storage;

public sealed class AzuriteProcessTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task DisposeAsync_WhenAClientHoldsAConnectionThatItNeverUsed_EndsSoonAndKeepsWhatWasJustWritten()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, "kept");
        using var unused = new TcpClient();
        await unused.ConnectAsync(container.Uri.Host, container.Uri.Port);
        await container.CreateAsync();
        var since = Stopwatch.GetTimestamp();

        await azurite.StopAsync();

        // Half a second on a machine that does nothing else; it would be five if it had to be broken off.
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5), $"It took {Stopwatch.GetElapsedTime(since)}.");
        await azurite.StartAsync();
        Assert.True((await container.ExistsAsync()).Value);
    }
}
