using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Awards;

/// <summary>Decision letters.</summary>
public static class AwardsServices
{
    public static IServiceCollection AddAwards(this IServiceCollection services) => services
        .AddSingleton<LetterStore>()
        .AddSingleton<LetterWriter>()
        .AddSingleton<AwardMails>();
}
