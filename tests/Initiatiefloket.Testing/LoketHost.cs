using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Initiatiefloket.DevHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Testing;

/// <summary>
/// The whole app in this process, on a port of its own: the real worker with its pages and workflows, and real storage (Azurite). Ours are the clock, the post
/// office, and what carries the workflows on (<see cref="TestDurable"/>).
/// </summary>
public sealed class LoketHost : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Hub> Hubs = new();

    private readonly WebApplication _web;
    private readonly IHost _app;
    private readonly Worker _worker;
    private readonly Hub _hub;
    private readonly CancellationTokenSource _stopping = new();
    private readonly GrpcChannel _channel;

    static LoketHost()
    {
        // The worker looks for its functions in the entry assembly, and for its files where the host says.
        Assembly.SetEntryAssembly(typeof(Loket).Assembly);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
    }

    private LoketHost(WebApplication web, IHost app, Worker worker, Hub hub, Uri site, Uri grpc)
    {
        (_web, _app, _worker, _hub, Address) = (web, app, worker, hub, site);
        _channel = GrpcChannel.ForAddress(grpc);
        Post = new PostOffice(site);
        Workflows = new GrpcDurableTaskClient("test", new GrpcDurableTaskClientOptions { Channel = _channel }, NullLogger.Instance);
    }

    /// <summary>Where the site answers.</summary>
    public Uri Address { get; }

    /// <summary>The dev mailbox.</summary>
    public PostOffice Post { get; }

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Client of the app's workflows.</summary>
    public DurableTaskClient Workflows { get; }

    /// <summary>Starts the app.</summary>
    /// <param name="storage">Connection string of the storage to run on.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="settings">Further settings, as <c>--Name=value</c>; the last one of a name counts.</param>
    public static Task<LoketHost> StartAsync(string storage, TimeProvider clock, params string[] settings) => StartAsync(storage, clock, _ => { }, settings);

    /// <summary>Starts the app with services of a test in it.</summary>
    /// <param name="storage">Connection string of the storage to run on; workflows and mails of an earlier app on it are there again.</param>
    /// <param name="clock">What the app takes for the time.</param>
    /// <param name="add">Adds services after the app's own.</param>
    /// <param name="settings">Further settings, as <c>--Name=value</c>; the last one of a name counts.</param>
    public static async Task<LoketHost> StartAsync(string storage, TimeProvider clock, Action<IServiceCollection> add, params string[] settings)
    {
        var site = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var grpc = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var hub = Hubs.GetOrAdd(storage, _ => new Hub(new TestDurable(clock, "1.0"), new DevMailStore(folder: null, clock)));
        var web = Build(site, grpc, hub);
        await web.StartAsync();
        var worker = web.Services.GetRequiredService<Worker>();
        var builder = Loket.CreateBuilder(
        [
            .. LocalSettings(),
            "--applicationName=Initiatiefloket",
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Functions:Worker:HostEndpoint={grpc}",
            $"--Functions:Worker:WorkerId={worker.Expect()}",
            $"--Functions:Worker:RequestId={Guid.NewGuid()}",
            $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",
            $"--AzureWebJobsStorage={storage}",
            $"--Site:PublicAddress={site}",
            $"--Mail:ApiHost={site}dev/sendgrid",
            "--HumanCheck:LeastSeconds=0",
            .. settings,
        ]);
        var inner = FreePort.Find();
        builder.Services.AddSingleton(clock);
        builder.Services.Configure<WorkerOptions>(options => options.Capabilities["HttpUri"] = $"http://127.0.0.1:{inner}/");
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, inner));
        add(builder.Services);
        var app = builder.Build();
        try
        {
            await app.StartAsync();
            await worker.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch
        {
            worker.Close();
            await app.StopAsync();
            app.Dispose();
            await web.DisposeAsync();
            throw;
        }

        var host = new LoketHost(web, app, worker, hub, site, grpc);
        host.Attach(grpc);
        return host;
    }

    /// <summary>A new visitor, with cookies of their own.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Post.Dispose();
        await _stopping.CancelAsync();
        _hub.Durable.Detach();
        _worker.Close();
        await _app.StopAsync();
        _app.Dispose();
        _channel.Dispose();
        await _web.StopAsync();
        await _web.DisposeAsync();
        _stopping.Dispose();
    }

    private static WebApplication Build(Uri site, Uri grpc, Hub hub)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "TestHost" });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, site.Port);
            kestrel.Listen(IPAddress.Loopback, grpc.Port, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = null);
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<Worker>().AddSingleton<HttpFront>().AddSingleton<DynamicRoutes>().AddSingleton(hub.Durable).AddSingleton<TestSidecar>();
        var web = builder.Build();
        web.MapGrpcService<WorkerRpc>();
        web.MapGrpcService<TestSidecar>();
        web.MapDevMail(hub.Mails);
        ((IEndpointRouteBuilder)web).DataSources.Add(web.Services.GetRequiredService<DynamicRoutes>());
        return web;
    }

    private static IEnumerable<string> LocalSettings() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")))!["Values"]!.AsObject()
            .Select(value => $"--{value.Key.Replace("__", ":", StringComparison.Ordinal)}={value.Value}");

    private void Attach(Uri grpc)
    {
        var client = new JsonObject
        {
            ["rpcBaseUrl"] = grpc.ToString(),
            ["taskHubName"] = "Test",
            ["connectionName"] = "",
            ["requiredQueryStringParameters"] = "",
            ["httpBaseUrl"] = Address.ToString(),
            ["maxGrpcMessageSizeInBytes"] = 4 * 1024 * 1024,
            ["grpcHttpClientTimeout"] = "\"00:01:40\"",
        }.ToJsonString();
        _web.Services.GetRequiredService<DynamicRoutes>().Set(_web, routes => _web.Services.GetRequiredService<HttpFront>().Map(routes, _worker, () => client, ""));
        _hub.Durable.Attach(_worker);
        var timers = new Timers(_worker, _app.Services.GetRequiredService<IConfiguration>(), _app.Services.GetRequiredService<TimeProvider>(), NullLogger<Timers>.Instance);
        timers.Start(() => client, _stopping.Token);
    }

    /// <summary>What outlives an app: its workflows, and the mails it sent.</summary>
    private sealed record Hub(TestDurable Durable, DevMailStore Mails);
}
