using Initiatiefloket.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Signals;

/// <summary>Waking workflows.</summary>
public static class SignalsServices
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services
        .AddSingleton<SignalTable>()
        .AddSingleton<WorkflowStarter>()
        .AddSingleton<WorkflowSignals>();
}
