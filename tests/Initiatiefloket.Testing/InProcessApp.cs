using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json.Nodes;
using Initiatiefloket.DevHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Testing;

/// <summary>
/// A function app in this process: the real worker, and in front of it the parts of the local host that speak with it. Its workflows run on
/// <see cref="TestDurable"/>. All listen on ports that nobody else has, from the moment on that they are chosen.
/// </summary>
internal sealed class InProcessApp : IAsyncDisposable
{
    private readonly WebApplication _front;
    private readonly TestDurable _durable;
    private readonly CancellationTokenSource _stopping = new();
    private IHost _app = null!;

    static InProcessApp()
    {
        // The worker looks for its files where the host says.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
    }

    private InProcessApp(WebApplication front, TestDurable durable) =>
        (_front, _durable, Address, WorkerProtocol) = (front, durable, new Uri(front.Urls.First()), new Uri(front.Urls.Last()));

    /// <summary>Where its pages answer.</summary>
    public Uri Address { get; }

    /// <summary>Where the worker, and clients of workflows, speak gRPC with the host.</summary>
    public Uri WorkerProtocol { get; }

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _app.Services;

    private Worker Worker => _front.Services.GetRequiredService<Worker>();

    /// <summary>Starts a function app.</summary>
    /// <param name="entry">The app's assembly; the worker looks it up for the whole process, so there is one in a test project.</param>
    /// <param name="durable">What carries its workflows on.</param>
    /// <param name="create">Puts the app together: gets where its pages will answer, and the arguments for the worker.</param>
    /// <param name="map">Adds what the host answers itself.</param>
    public static async Task<InProcessApp> StartAsync(
        Assembly entry, TestDurable durable, Func<Uri, string[], FunctionsApplicationBuilder> create, Action<IEndpointRouteBuilder> map)
    {
        Assembly.SetEntryAssembly(entry);
        var front = BuildFront(durable);
        map(front);
        await front.StartAsync();
        var app = new InProcessApp(front, durable);
        try
        {
            await app.StartWorkerAsync(create);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return app;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _durable.Detach();
        Worker.Close();
        if (_app is not null)
        {
            await _app.StopAsync();
            _app.Dispose();
        }

        await _front.StopAsync();
        await _front.DisposeAsync();
        _stopping.Dispose();
    }

    private static WebApplication BuildFront(TestDurable durable)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "TestHost" });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = null);
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<Worker>().AddSingleton<HttpFront>().AddSingleton(durable).AddSingleton<TestSidecar>();
        var front = builder.Build();
        front.MapGrpcService<Worker>();
        front.MapGrpcService<TestSidecar>();
        ((IEndpointRouteBuilder)front).DataSources.Add(front.Services.GetRequiredService<HttpFront>());
        return front;
    }

    private async Task StartWorkerAsync(Func<Uri, string[], FunctionsApplicationBuilder> create)
    {
        var builder = create(Address,
        [
            $"--contentRoot={AppContext.BaseDirectory}",
            $"--Functions:Worker:HostEndpoint={WorkerProtocol}",
            $"--Functions:Worker:WorkerId={Worker.Expect()}",
            $"--Functions:Worker:RequestId={Guid.NewGuid()}",
            $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",
        ]);
        ListenOnOwnPort(builder.Services);
        _app = builder.Build();
        await _app.StartAsync();
        await Worker.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        var client = DurableClient();
        _front.Services.GetRequiredService<HttpFront>().Map(client, "");
        _durable.Attach(Worker);
        var clock = _app.Services.GetService<TimeProvider>() ?? TimeProvider.System;
        new Timers(Worker, _app.Services.GetRequiredService<IConfiguration>(), clock, NullLogger<Timers>.Instance).Start(client, _stopping.Token);
    }

    // The worker tells the host its port before it listens there, so it gets one that is taken already.
    private static void ListenOnOwnPort(IServiceCollection services)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var own = (IPEndPoint)socket.LocalEndPoint!;
        services.Configure<WorkerOptions>(options => options.Capabilities["HttpUri"] = $"http://{own}/");
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(own));
        services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = _ => socket);
    }

    private string DurableClient() => new JsonObject
    {
        ["rpcBaseUrl"] = WorkerProtocol.ToString(),
        ["taskHubName"] = "Test",
        ["connectionName"] = "",
        ["requiredQueryStringParameters"] = "",
        ["httpBaseUrl"] = Address.ToString(),
        ["maxGrpcMessageSizeInBytes"] = 4 * 1024 * 1024,
        ["grpcHttpClientTimeout"] = "\"00:01:40\"",
    }.ToJsonString();
}
