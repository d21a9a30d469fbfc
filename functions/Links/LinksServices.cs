using Initiatiefloket.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Links;

/// <summary>Personal links.</summary>
public static class LinksServices
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkTable>()
        .AddCaseStore<LinkTable>()
        .AddSingleton<LinkIndex>()
        .AddCaseStore<LinkIndex>()
        .AddSingleton<LinkFinder>()
        .AddSingleton<LinkHolders>()
        .AddSingleton<LinkMaker>()
        .AddSingleton<PersonalLinks>()
        .AddSingleton<WayBack>();

    /// <summary>Comes after <c>UseWeb</c>: what it answers is a page of the site too.</summary>
    public static FunctionsApplicationBuilder UseLinks(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<LinkEnds>(context => context.GetHttpContext() is not null);
        return builder;
    }
}
