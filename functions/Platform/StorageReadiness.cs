using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Initiatiefloket.Platform;

/// <summary>Creates the tables and containers.</summary>
public sealed class StorageReadiness(TableServiceClient tables, BlobServiceClient blobs) : IPreparation
{
    public Task PrepareAsync(CancellationToken cancellation) => Task.WhenAll(
    [
        .. TableNames.All.Select(Task (name) => tables.CreateTableIfNotExistsAsync(name, cancellation)),
        .. ContainerNames.All.Select(Task (name) => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
    ]);
}
