using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Platform;

/// <summary>
/// The storage account of the app, which is that of the Functions host: a connection string (Azurite) or, in Azure, a name and the
/// managed identity of the app, in the settings that the host itself reads.
/// </summary>
public static class StorageServices
{
    private const string Setting = "AzureWebJobsStorage";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        // A page answers within seconds that storage is out; a step of a workflow is tried again by its own policy.
        services.AddSingleton(_ => Tables(configuration));
        services.AddSingleton(_ => Blobs(configuration));
        return services.AddSingleton<IPreparation, StorageReadiness>();
    }

    private static TableServiceClient Tables(IConfiguration configuration)
    {
        var options = LessPatient(new TableClientOptions());
        return configuration[Setting] is { Length: > 0 } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(Endpoint(configuration, "table"), Identity(configuration), options);
    }

    private static BlobServiceClient Blobs(IConfiguration configuration)
    {
        var options = LessPatient(new BlobClientOptions());
        return configuration[Setting] is { Length: > 0 } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(Endpoint(configuration, "blob"), Identity(configuration), options);
    }

    private static T LessPatient<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }

    private static Uri Endpoint(IConfiguration configuration, string service) =>
        configuration[$"{Setting}:{service}ServiceUri"] is { Length: > 0 } address
            ? new Uri(address)
            : new Uri($"https://{configuration[$"{Setting}:accountName"]}.{service}.core.windows.net");

    private static ManagedIdentityCredential Identity(IConfiguration configuration) =>
        new(configuration[$"{Setting}:clientId"] is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);
}
