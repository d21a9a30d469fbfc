using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.DevMail;
using Microsoft.Azure.Functions.Worker.Durable;
using Microsoft.Azure.Functions.Worker.Functions;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Puts the host together.</summary>
internal static partial class FunctionsHostExtensions
{
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(10);

    /// <summary>What the app may change before it is built.</summary>
    public static void AddFunctionsHost(this WebApplicationBuilder web, HostJson hostJson)
    {
        web.WebHost.UseKestrelCore();
        web.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        web.Services.AddRouting();
        web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownLimit);

        // The host's own log is quiet; what the app logs is the app's own choice, as in the real worker.
        web.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(hostJson.LeastLevel)
            .AddFilter("Microsoft.Azure.Functions.Worker", LogLevel.Warning)
            .AddFilter("Microsoft.DurableTask", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting", LogLevel.Warning);
    }

    public static IHost BuildFunctionsHost(this WebApplicationBuilder web, FunctionsApp app, HostJson hostJson, FunctionPipeline pipeline)
    {
        web.WebHost.UseUrls(app.Addresses);
        DurableFunctions.Add(web.Services, app.Functions, pipeline, hostJson);
        if (app.Schedules.Count > 0)
        {
            var monitor = app.Storage is null ? null : new ScheduleMonitor(app.Storage, web.Environment.ApplicationName);
            web.Services.AddHostedService(services => new TimerService(
                app.Schedules,
                monitor,
                pipeline,
                services.GetRequiredService<IServiceScopeFactory>(),
                services.GetRequiredService<ILogger<TimerService>>(),
                ClockOf(services)));
        }

        var built = web.Build();
        foreach (var key in DurableFunctions.Unknown(hostJson))
        {
            Log.NotEmulated(built.Logger, key);
        }

        app.Routes.Handler = (http, function) => HandleAsync(http, function, pipeline);
        ((IEndpointRouteBuilder)built).DataSources.Add(app.Routes);
        if (app.Storage is not null)
        {
            built.MapDevMail(new DevMailStore(app.Storage, ClockOf(built.Services)));
        }

        return new EmulatedHost(built, app);
    }

    /// <summary>The app's clock; the host registers none itself, because the real one does not either.</summary>
    private static TimeProvider ClockOf(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    private static async Task HandleAsync(HttpContext http, Function function, FunctionPipeline pipeline)
    {
        await using var invocation = new Invocation(function, http.RequestServices.GetRequiredService<IServiceScopeFactory>(), http.RequestAborted)
        {
            TriggerValue = http.Request,
            BindingData = HostRequest.Describe(http.Request),
            InstanceServices = http.RequestServices,
        };
        HostRequest.Forward(http.Request);
        invocation.Items[FunctionContextExtensions.HttpContextKey] = http;
        await pipeline.RunAsync(invocation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "host.json: extensions.durableTask.{Key} is not emulated and has no effect here.")]
        public static partial void NotEmulated(ILogger logger, string key);
    }
}
