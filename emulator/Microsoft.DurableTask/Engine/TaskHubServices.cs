using Microsoft.DurableTask.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.DurableTask.Engine;

internal static class TaskHubServices
{
    /// <summary>Adds what clients and workers share; calling it again changes nothing.</summary>
    public static IServiceCollection AddTaskHub(this IServiceCollection services)
    {
        services.AddOptions<TaskHubOptions>();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TaskHubStorage>();
        services.TryAddSingleton<TaskHub>();
        return services;
    }
}
