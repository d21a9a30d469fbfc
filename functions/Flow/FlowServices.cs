using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Flow;

/// <summary>Starting and waking workflows.</summary>
public static class FlowServices
{
    public static IServiceCollection AddFlow(this IServiceCollection services) => services
        .AddSingleton<SignalTable>()
        .AddCaseStore<SignalTable>()
        .AddSingleton<WorkflowStarter>()
        .AddSingleton<WorkflowSignals>();
}
