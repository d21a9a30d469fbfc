using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.ChangeFeed;

/// <summary>The feed of what changed.</summary>
public static class ChangeFeedServices
{
    public static IServiceCollection AddChangeFeed(this IServiceCollection services) => services.AddSingleton<ChangeFeedTable>();
}
