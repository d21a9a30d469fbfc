namespace Initiatiefloket.DevHost;

/// <summary>The host: the site, the app's worker, the durable engine, timers, Azurite and the mailbox; or the last two alone.</summary>
internal sealed class LocalHost(WebApplication web, HostSettings settings, WorkerProcess worker) : IAsyncDisposable
{
    private AzuriteProcess? _azurite;
    private DurableHost? _durable;

    public static LocalHost Build(HostSettings settings)
    {
        var grpc = new Uri($"http://127.0.0.1:{AzuritePorts.FreePort()}/");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.Values);
        settings.ConfigureLog(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // As the real host's; the worker's own server takes 30 MB where the app says nothing else.
            kestrel.Limits.MaxRequestBodySize = long.TryParse(builder.Configuration["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"], out var limit) ? limit : 100 * 1024 * 1024;
            kestrel.ListenLocalhost(settings.Site.Port);
            kestrel.Listen(IPAddress.Loopback, grpc.Port, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = null);
        builder.Services.AddHttpForwarder().AddSingleton(settings).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Worker>().AddSingleton<HttpFront>().AddSingleton<Timers>();
        var web = builder.Build();
        Map(web, settings);
        return new(web, settings, ActivatorUtilities.CreateInstance<WorkerProcess>(web.Services, grpc));
    }

    /// <summary>Starts everything, and keeps it running until Ctrl-C.</summary>
    public async Task RunAsync()
    {
        var stop = web.Lifetime.ApplicationStopping;
        try
        {
            await StartAsync(stop);
            Console.WriteLine($"{(settings.App is null ? "" : $"Site:    {settings.Site}\n")}Mailbox: {settings.Site}dev/mail");
            Console.WriteLine($"Storage: {(settings.Azurite is { } ports ? $"Azurite on ports {ports.Blob}, {ports.Queue} and {ports.Table}" : "as set")}\nData:    {settings.Data}\nStop with Ctrl-C.");
            var azurite = ChildProcess.KeepRunningAsync("Azurite", () => _azurite?.Ended, StartAzuriteAsync, stop);
            var worked = ChildProcess.KeepRunningAsync("The worker", () => worker.Ended, worker.StartAsync, stop);
            await await Task.WhenAny(azurite, worked);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl-C: what runs ends in DisposeAsync.
        }
    }

    public async ValueTask DisposeAsync()
    {
        web.Lifetime.StopApplication();
        await (_durable?.DisposeAsync() ?? ValueTask.CompletedTask);
        await worker.DisposeAsync();
        await web.StopAsync();
        await (_azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
        await web.DisposeAsync();
    }

    private static void Map(WebApplication web, HostSettings settings)
    {
        var headers = settings.HostJson.GetSection("extensions:http:customHeaders").GetChildren().ToArray();
        web.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Array.ForEach(headers, header => context.Response.Headers.TryAdd(header.Key, header.Value));
                return Task.CompletedTask;
            });
            return next(context);
        });
        web.MapGrpcService<Worker>();
        var mail = Path.Combine(settings.Data, "mail");
        var webhook = new EventWebhook(web.Configuration["DevMail:WebhookAddress"], mail, web.Services.GetRequiredService<ILogger<EventWebhook>>());
        new DevMail(new DevMailStore(mail, TimeProvider.System), webhook).Map(web);
        ((IEndpointRouteBuilder)web).DataSources.Add(web.Services.GetRequiredService<HttpFront>());
        if (settings.App is not null)
        {
            web.Map("/{**path}", HttpFront.SayUnavailableAsync).WithOrder(int.MaxValue);
        }
    }

    private async Task StartAsync(CancellationToken stop)
    {
        try
        {
            await web.StartAsync(stop);
        }
        catch (IOException taken)
        {
            throw new HostStartException($"Port {settings.Site.Port} is taken: stop what listens there, or start with --port <another>.", taken);
        }

        await (settings.Azurite is null ? Task.CompletedTask : StartAzuriteAsync(stop));
        if (settings.App is not null)
        {
            await worker.StartAsync(stop);
            var loggers = web.Services.GetRequiredService<ILoggerFactory>();
            _durable = await DurableHost.StartAsync(web.Services.GetRequiredService<Worker>(), web.Configuration, settings, loggers, stop);
            var statuses = new TimerStatuses(settings.Values["AzureWebJobsStorage"]!, loggers.CreateLogger<Timers>());
            web.Services.GetRequiredService<Timers>().Start(_durable.ClientBinding, stop, statuses);
            web.Services.GetRequiredService<HttpFront>().Map(_durable.ClientBinding, settings.HostJson["extensions:http:routePrefix"] ?? "api");
        }
    }

    private async Task StartAzuriteAsync(CancellationToken stop) => _azurite = await AzuriteProcess.StartAsync(settings.Data, settings.Azurite!, stop);
}

/// <summary>Why the host cannot start or go on, in one line for the developer who reads the console.</summary>
internal sealed class HostStartException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
