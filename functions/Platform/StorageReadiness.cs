using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Platform;

/// <summary>Creates the tables and containers before the first request.</summary>
public sealed class StorageReadiness(TableServiceClient tables, BlobServiceClient blobs) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in TableNames.All)
        {
            await tables.CreateTableIfNotExistsAsync(name, cancellationToken);
        }

        foreach (var name in ContainerNames.All)
        {
            await blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
