using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Azure;
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

    /// <exception cref="SettingsException">The connection string cannot be read.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAzureClients(clients =>
        {
            clients.ConfigureDefaults(BeLessPatient);
            if (configuration[Setting] is { Length: > 0 } connection)
            {
                CheckConnection(connection);
                clients.AddTableServiceClient(connection);
                clients.AddBlobServiceClient(connection);
            }
            else
            {
                clients.UseCredential(ManagedIdentity.Of(configuration[$"{Setting}:clientId"]));
                clients.AddTableServiceClient(Endpoint(configuration, "table"));
                clients.AddBlobServiceClient(Endpoint(configuration, "blob"));
            }
        });
        return services.AddSingleton<IPreparation>(provider => new StorageReadiness(
            provider.GetRequiredService<TableServiceClient>(), provider.GetRequiredService<BlobServiceClient>(), hasKey: configuration[Setting] is { Length: > 0 }));
    }

    // A page answers within seconds that storage is out; a step of a workflow is tried again by its own policy.
    internal static void BeLessPatient(ClientOptions options)
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
    }

    private static void CheckConnection(string connection)
    {
        try
        {
            _ = new TableServiceClient(connection);
            _ = new BlobServiceClient(connection);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new SettingsException(
                $"{Setting} is no connection string of a storage account: copy it from the account, under Access keys, or on your own machine write UseDevelopmentStorage=true.", unreadable);
        }
    }

    private static Uri Endpoint(IConfiguration configuration, string service) =>
        configuration[$"{Setting}:{service}ServiceUri"] is { Length: > 0 } address
            ? new Uri(address)
            : new Uri($"https://{configuration[$"{Setting}:accountName"]}.{service}.core.windows.net");
}

/// <summary>Who the app is in Azure.</summary>
internal static class ManagedIdentity
{
    /// <summary>The identity with this client id; that of the function app itself when there is none.</summary>
    public static ManagedIdentityCredential Of(string? clientId) =>
        new(clientId is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned);
}
