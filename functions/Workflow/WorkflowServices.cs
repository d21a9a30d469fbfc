using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Workflow;

/// <summary>What goes on around whole cases.</summary>
public static class WorkflowServices
{
    public static IServiceCollection AddWorkflow(this IServiceCollection services) => services.AddSingleton<CaseErasure>();
}
