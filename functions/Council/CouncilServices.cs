using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Council;

/// <summary>The council's part.</summary>
public static class CouncilServices
{
    public static IServiceCollection AddCouncil(this IServiceCollection services) => services.AddSingleton<CouncilNewsMails>();
}
