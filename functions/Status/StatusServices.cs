using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Status;

/// <summary>The applicant's own pages and mails.</summary>
public static class StatusServices
{
    public static IServiceCollection AddStatus(this IServiceCollection services) => services
        .AddSingleton<CaseFiles>()
        .AddSingleton<CaseFileZip>();
}
