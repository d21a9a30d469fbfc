using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Initiatiefloket.Testing;

// Temporary, until the worker branch has it.
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Process? _process;
    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(root, "node_modules"))) { root = Path.GetDirectoryName(root)!; }
        int[] ports = [Free(), Free(), Free()];
        _process = Process.Start(new ProcessStartInfo("node", $"{root}/node_modules/azurite/dist/src/azurite.js --inMemoryPersistence --silent --skipApiVersionCheck --tableHost 127.0.0.1 --tablePort {ports[0]} --blobPort {ports[1]} --queuePort {ports[2]}"))!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try { using var c = new TcpClient(); await c.ConnectAsync(IPAddress.Loopback, ports[0], timeout.Token); break; }
            catch (SocketException) { await Task.Delay(100, timeout.Token); }
        }
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;";
    }

    public Task DisposeAsync() { _process!.Kill(); _process.Dispose(); return Task.CompletedTask; }

    private static int Free() { using var l = new TcpListener(IPAddress.Loopback, 0); l.Start(); return ((IPEndPoint)l.LocalEndpoint).Port; }
}

[CollectionDefinition("Azurite")]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>;
