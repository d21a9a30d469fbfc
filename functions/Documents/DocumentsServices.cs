using Initiatiefloket.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Documents;

/// <summary>Files that people attach.</summary>
public static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DocumentsOptions>()
            .Bind(configuration.GetSection(DocumentsOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<DocumentTable>()
            .AddSingleton<UnfinishedDocumentTable>()
            .AddSingleton<DocumentStore>()
            .AddSingleton<Pictures>()
            .AddSingleton<ClamAv>()
            .AddSingleton<DocumentMessages>()
            .AddSingleton<DocumentLibrary>()
            .AddCaseStore<DocumentLibrary>();
    }
}
