using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Support;

/// <summary>Neighbours who support an initiative.</summary>
public static class SupportServices
{
    public static IServiceCollection AddSupport(this IServiceCollection services) => services
        .AddSingleton<SupportKeys>()
        .AddSingleton<SupportTable>()
        .AddCaseStore<SupportTable>()
        .AddSingleton<SupportGiven>()
        .AddSingleton<ShareTable>()
        .AddCaseStore<ShareTable>()
        .AddSingleton<SharedInitiatives>()
        .AddSingleton<SupportPost>()
        .AddSingleton<SupportIntake>();
}
