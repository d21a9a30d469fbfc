using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Initiatives;

/// <summary>The state of initiatives.</summary>
public static class InitiativesServices
{
    public static IServiceCollection AddInitiatives(this IServiceCollection services) => services
        .AddSingleton<InitiativeTable>()
        .AddSingleton<People>()
        .AddSingleton<PublicInitiatives>()
        .AddSingleton<Releases>();
}
