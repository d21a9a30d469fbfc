using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Reviewers;

/// <summary>The pages of reviewers: all their cases, absence, and involvement.</summary>
public static class ReviewersServices
{
    public static IServiceCollection AddReviewers(this IServiceCollection services) => services
        .AddSingleton<Absences>()
        .AddSingleton<TakenOverPost>()
        .AddSingleton<OverviewViews>();
}
