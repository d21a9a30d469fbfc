using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Reviewers;

/// <summary>The register of reviewers: who gets which case, who is away, what is on whose list.</summary>
public static class ReviewersServices
{
    public static IServiceCollection AddReviewers(this IServiceCollection services) => services
        .AddSingleton<Assigner>()
        .AddSingleton<CaseListTable>()
        .AddSingleton<CaseLists>()
        .AddSingleton<AbsenceTable>()
        .AddSingleton<AbsenceDesk>()
        .AddSingleton<OverviewViews>()
        .AddSingleton<OverviewPost>();
}
