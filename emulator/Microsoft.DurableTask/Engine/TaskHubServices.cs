using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Engine;

internal static class TaskHubServices
{
    /// <summary>Adds what clients and workers share; calling it again changes nothing.</summary>
    public static IServiceCollection AddTaskHub(this IServiceCollection services)
    {
        services.AddOptions<TaskHubOptions>();
        return services;
    }
}
