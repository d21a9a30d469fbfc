using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Initiatiefloket.Testing;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Initiatiefloket.Emulator.Tests.Worker;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task Start_AfterAStop_ListensOnTheSamePortsWithTheSameData()
    {
        var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        try
        {
            var before = azurite.ConnectionString;
            var container = new BlobContainerClient(before, "kept");
            await container.CreateAsync();

            await azurite.StopAsync();
            await Assert.ThrowsAnyAsync<SocketException>(() => ConnectAsync(container.Uri.Port));
            await azurite.StartAsync();

            Assert.Equal(before, azurite.ConnectionString);
            Assert.True(await container.ExistsAsync());
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    [Fact]
    public async Task Start_OnATakenPort_SaysWhatAzuriteSaid()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var failure = await StartFailureAsync(AppContext.BaseDirectory, new AzuritePorts(0, port, 0));

        Assert.StartsWith("Azurite ended while starting: ", failure, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutNodeModules_SaysHowToInstallThem() => Assert.StartsWith(
        "Azurite is not installed: ",
        await StartFailureAsync(Path.GetPathRoot(AppContext.BaseDirectory)!, new AzuritePorts(0, 0, 0)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Probe_OfAzurite_KnowsItFromNothingAndFromSomethingElse()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var data = Directory.CreateTempSubdirectory("azurite-");
        await using (var azurite = await AzuriteProcess.StartAsync(AppContext.BaseDirectory, data.FullName, new AzuritePorts(0, 0, 0), CancellationToken.None))
        {
            Assert.True(await AzuriteProbe.AnswersAsync(azurite.Ports, CancellationToken.None));
            Assert.Null(await AzuriteProbe.AnswersAsync(azurite.Ports with { Table = 1 }, CancellationToken.None));
            Assert.False(await AzuriteProbe.AnswersAsync(new AzuritePorts(1, 1, 1), CancellationToken.None));
            var other = azurite.Ports with { Queue = ((IPEndPoint)silent.LocalEndpoint).Port };
            var failure = await Assert.ThrowsAsync<HostStartException>(() => AzuriteProbe.AnswersAsync(other, CancellationToken.None));
            Assert.StartsWith($"Port {other.Queue} is in use by something else than Azurite", failure.Message, StringComparison.Ordinal);
        }

        data.Delete(recursive: true);
    }

    private static async Task ConnectAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
    }

    private static async Task<string> StartFailureAsync(string searchFrom, AzuritePorts ports)
    {
        var data = Directory.CreateTempSubdirectory("azurite-");
        try
        {
            return (await Assert.ThrowsAsync<HostStartException>(
                () => AzuriteProcess.StartAsync(searchFrom, data.FullName, ports, CancellationToken.None))).Message;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
