using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Platform;

/// <summary>What every part stands on: the clock, the storage account, keys, telemetry, the site's address.</summary>
public static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>()
            .Bind(configuration.GetSection(SiteOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Readiness>()
            .AddHostedService(provider => provider.GetRequiredService<Readiness>())
            .AddStorage(configuration)
            .AddKeys(configuration)
            .AddTelemetry(configuration);
    }

    /// <summary>Lets functions wait until the app is prepared, and remember what they read. Comes after the middlewares that make a page of a failure.</summary>
    public static FunctionsApplicationBuilder UsePlatform(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<ReadinessAwaited>(ReadinessAwaited.IsFor);
        builder.UseWhen<RunMemory>(ReadinessAwaited.IsFor);
        return builder;
    }
}
