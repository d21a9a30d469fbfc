using Initiatiefloket.DevHost.Probe;
using Initiatiefloket.Testing;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

/// <summary>The durable back end of the scenario tests, with the tiny app in this process; its clock is the wall's.</summary>
public sealed class OnTestDurable : BackEnd, IAsyncLifetime
{
    private InProcessApp? _app;
    private HostClient? _client;

    public override DurableTaskClient Client => _client!.Orchestrations;

    public async Task InitializeAsync()
    {
        _app = await InProcessApp.StartAsync(typeof(ProbeApp).Assembly, new TestDurable(TimeProvider.System, "1.0"), (_, arguments) => ProbeApp.CreateBuilder(arguments), _ => { });
        _client = HostClient.Of(_app.WorkerProtocol);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await _app!.DisposeAsync();
    }
}

/// <summary>The real extension: the local host as a process with the tiny app's worker, on an Azurite of its own.</summary>
public sealed class OnTheRealExtension : BackEnd, IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("devhost-");
    private HostProcess? _host;
    private HostClient? _client;

    public override DurableTaskClient Client => _client!.Orchestrations;

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        _host = await HostProcess.StartReadyAsync(["--app", HostProcess.Probe, "--data", _data.FullName, $"--AzureWebJobsStorage={_azurite.ConnectionString}"]);
        _client = await HostClient.ConnectAsync(_host.Site);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }
}

/// <summary>One back end for all contract tests on it.</summary>
[CollectionDefinition(nameof(OnTestDurable))]
public sealed class TestDurables : ICollectionFixture<OnTestDurable>;

/// <inheritdoc cref="TestDurables"/>
[CollectionDefinition(nameof(OnTheRealExtension))]
public sealed class RealExtensions : ICollectionFixture<OnTheRealExtension>;
