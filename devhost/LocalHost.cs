using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Initiatiefloket.DevHost;

/// <summary>The host: the site, the app's worker, the durable engine, timers, Azurite and the mailbox.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly DevelopmentStorage? _azurite;
    private readonly DurableHost _durable;
    private readonly WorkerProcess _process;

    private LocalHost(WebApplication web, DevelopmentStorage? azurite, DurableHost durable, WorkerProcess process) =>
        (_web, _azurite, _durable, _process) = (web, azurite, durable, process);

    public static async Task<LocalHost> StartAsync(string[] args)
    {
        var settings = HostSettings.Read(args);
        PortCheck.ThrowIfTaken([settings.Site.ToString()]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Values.Select(v => KeyValuePair.Create(v.Key.Replace("__", ":", StringComparison.Ordinal), (string?)v.Value)));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Initiatiefloket", LogLevel.Information);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(settings.Site.Port);
            kestrel.Listen(System.Net.IPAddress.Loopback, settings.Grpc.Port, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<Worker>().AddSingleton<HttpFront>().AddSingleton<DynamicRoutes>().AddSingleton<Timers>().AddSingleton(TimeProvider.System);
        var web = builder.Build();
        web.MapGrpcService<WorkerRpc>().RequireHost($"*:{settings.Grpc.Port}");
        web.MapDevMail(new DevMailStore(Path.Combine(settings.Data, "mail"), TimeProvider.System));
        ((IEndpointRouteBuilder)web).DataSources.Add(web.Services.GetRequiredService<DynamicRoutes>());

        DevelopmentStorage? azurite = null;
        if (settings.Values["AzureWebJobsStorage"] == "UseDevelopmentStorage=true")
        {
            azurite = new DevelopmentStorage(AppContext.BaseDirectory, settings.Data, web.Services.GetRequiredService<ILogger<DevelopmentStorage>>());
            await azurite.StartAsync(web.Lifetime.StopApplication, CancellationToken.None);
        }

        await web.StartAsync();
        var worker = web.Services.GetRequiredService<Worker>();
        var process = new WorkerProcess(worker, settings, web.Services.GetRequiredService<ILogger<WorkerProcess>>());
        process.Start();
        await worker.Ready;
        var durable = await DurableHost.StartAsync(worker, web.Configuration, settings.HostJson, settings.Site, web.Services.GetRequiredService<ILoggerFactory>());
        var prefix = (string?)settings.HostJson?["extensions"]?["http"]?["routePrefix"] ?? "api";
        web.Services.GetRequiredService<DynamicRoutes>().Set(web, routes => web.Services.GetRequiredService<HttpFront>().Map(routes, worker, () => durable.ClientBinding, prefix));
        web.Services.GetRequiredService<Timers>().Start(() => durable.ClientBinding, web.Lifetime.ApplicationStopping);
        _ = process.KeepRunningAsync(web.Lifetime.ApplicationStopping);
        Console.WriteLine($"Site: {settings.Site}");
        Console.WriteLine($"Mailbox: {settings.Site}dev/mail");
        return new LocalHost(web, azurite, durable, process);
    }

    public async Task WaitForStopAsync()
    {
        var stopping = new TaskCompletionSource();
        _web.Lifetime.ApplicationStopping.Register(() =>
        {
            // While the worker's stream is open Kestrel does not stop, so the durable part and the worker end first.
            _durable.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
            _process.Stop();
            stopping.SetResult();
        });
        await _web.WaitForShutdownAsync();
        await stopping.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _process.Dispose();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
