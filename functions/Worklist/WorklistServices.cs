using Initiatiefloket.Initiatives;
using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Worklist;

/// <summary>The coordinator's list of all cases.</summary>
public static class WorklistServices
{
    public static IServiceCollection AddWorklist(this IServiceCollection services) => services
        .AddSingleton<WorklistTable>()
        .AddCaseStore<WorklistTable>()
        .AddSingleton<WorklistKeeper>()
        .AddSingleton<ICaseFollower>(provider => provider.GetRequiredService<WorklistKeeper>())
        .AddSingleton<WorklistViews>();
}
