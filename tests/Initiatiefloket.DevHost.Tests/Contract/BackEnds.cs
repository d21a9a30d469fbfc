using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Initiatiefloket.DevHost.Probe;
using Initiatiefloket.Testing;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

/// <summary>The durable back end of the scenario tests, with the tiny app in this process; its clock is the wall's.</summary>
public sealed class OnTestDurable : BackEnd, IAsyncLifetime
{
    private InProcessApp? _app;
    private GrpcChannel? _channel;
    private DurableTaskClient? _client;

    public override DurableTaskClient Client => _client!;

    public async Task InitializeAsync()
    {
        _app = await InProcessApp.StartAsync(typeof(ProbeApp).Assembly, new TestDurable(TimeProvider.System, "1.0"), (_, arguments) => ProbeApp.CreateBuilder(arguments), _ => { });
        _channel = GrpcChannel.ForAddress(_app.WorkerProtocol);
        _client = Connect(_channel);
    }

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        await _app!.DisposeAsync();
    }
}

/// <summary>The real extension: the local host as a process with the tiny app's worker, on an Azurite of its own.</summary>
public sealed class OnTheRealExtension : BackEnd, IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("devhost-");
    private Process? _host;
    private GrpcChannel? _channel;
    private DurableTaskClient? _client;

    public override DurableTaskClient Client => _client!;

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        var port = FreePort.Find();
        _host = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Initiatiefloket.DevHost.dll"),
            "--app", AppContext.BaseDirectory.Replace("Initiatiefloket.DevHost.Tests", "Initiatiefloket.DevHost.Probe", StringComparison.Ordinal),
            "--port", $"{port}",
            "--data", _data.FullName,
            $"--AzureWebJobsStorage={_azurite.ConnectionString}",
        ])
        { RedirectStandardInput = true })!;
        var asked = new Uri($"http://localhost:{port}/durable/client");
        var binding = JsonNode.Parse(await Eventually.FindAsync("the local host's durable client", () => AskAsync(asked), pause: TimeSpan.FromMilliseconds(200)))!;

        // As the app's own client does: the extension takes the hub and the storage from the headers.
        var http = new HttpClient();
        foreach (var (header, field) in new[] { ("Durable-TaskHub", "taskHubName"), ("Durable-ConnectionName", "connectionName") }.Where(named => (string?)binding[named.Item2] is { Length: > 0 }))
        {
            http.DefaultRequestHeaders.Add(header, (string?)binding[field]);
        }

        _channel = GrpcChannel.ForAddress((string)binding["rpcBaseUrl"]!, new GrpcChannelOptions { HttpClient = http, DisposeHttpClient = true });
        _client = Connect(_channel);
    }

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        if (_host is not null)
        {
            _host.Kill(entireProcessTree: true);
            await _host.WaitForExitAsync();
            _host.Dispose();
        }

        await _azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task<string?> AskAsync(Uri address)
    {
        Assert.False(_host!.HasExited, "The local host ended.");
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}

/// <summary>One back end for all contract tests on it.</summary>
[CollectionDefinition(nameof(OnTestDurable))]
public sealed class TestDurables : ICollectionFixture<OnTestDurable>;

/// <inheritdoc cref="TestDurables"/>
[CollectionDefinition(nameof(OnTheRealExtension))]
public sealed class RealExtensions : ICollectionFixture<OnTheRealExtension>;
