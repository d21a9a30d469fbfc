using Microsoft.DurableTask.Engine.Running;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.DurableTask.Engine;

internal static class TaskHubServices
{
    /// <summary>The app setting that overrules host.json, as with the Functions host.</summary>
    private const string HubNameSetting = "AzureFunctionsJobHost:extensions:durableTask:hubName";

    /// <summary>Adds what clients and workers share; calling it again changes nothing.</summary>
    public static IServiceCollection AddTaskHub(this IServiceCollection services)
    {
        services.AddOptions<TaskHubOptions>().PostConfigure<IConfiguration>((options, configuration) =>
            options.HubName = configuration[HubNameSetting] ?? options.HubName);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TaskHubStorage>();
        services.TryAddSingleton<TaskHub>();
        services.TryAddSingleton<InstanceFilter>();
        return services;
    }
}
