using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.MoreTime;

/// <summary>More time for a decision, as both sides agree on it, and talks about it.</summary>
public static class MoreTimeServices
{
    public static IServiceCollection AddMoreTime(this IServiceCollection services) => services
        .AddSingleton<MoreTimeRequests>()
        .AddSingleton<MoreTimeMails>()
        .AddSingleton<MoreTimeNews>()
        .AddSingleton<TalkNotes>();
}
