using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Links;

/// <summary>Personal links.</summary>
public static class LinksServices
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkTable>()
        .AddSingleton<LinkIndex>()
        .AddSingleton<LinkFinder>()
        .AddSingleton<LinkHolders>()
        .AddSingleton<LinkMaker>()
        .AddSingleton<PersonalLinks>();
}
