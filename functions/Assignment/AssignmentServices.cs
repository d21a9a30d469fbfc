using Initiatiefloket.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Assignment;

/// <summary>The register of reviewers: who gets which case, who is away, what is on whose list.</summary>
public static class AssignmentServices
{
    public static IServiceCollection AddAssignment(this IServiceCollection services) => services
        .AddSingleton<Assigner>()
        .AddSingleton<HandOvers>()
        .AddSingleton<Involvement>()
        .AddSingleton<CaseListTable>()
        .AddCaseStore<CaseListTable>()
        .AddSingleton<CaseLists>()
        .AddSingleton<AbsenceTable>()
        .AddSingleton<OverviewPost>();
}
