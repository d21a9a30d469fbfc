using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Funding;

/// <summary>Money for cases, and the waiting list.</summary>
public static class FundingServices
{
    public static IServiceCollection AddFunding(this IServiceCollection services) => services
        .AddSingleton<LinePlaces>()
        .AddSingleton<PartMails>()
        .AddSingleton<WaitingList>()
        .AddSingleton<PartAnswers>();
}
