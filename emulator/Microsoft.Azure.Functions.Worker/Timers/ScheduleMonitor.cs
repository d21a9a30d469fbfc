using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Functions;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>
/// Remembers the last run of each timer in container <c>azure-webjobs-hosts</c>, so that a run missed while the host was down is made up.
/// </summary>
internal sealed class ScheduleMonitor(string connectionString, string app)
{
    private readonly BlobContainerClient _container = new(connectionString, "azure-webjobs-hosts");

    /// <summary>What was last written; null before the first time.</summary>
    public async Task<ScheduleStatus?> ReadAsync(Function function, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await BlobOf(function).DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize<ScheduleStatus>(blob.Value.Content);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task WriteAsync(Function function, ScheduleStatus status, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await BlobOf(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
    }

    private BlobClient BlobOf(Function function) =>
        _container.GetBlobClient($"timers/{app.ToLowerInvariant()}/Host.Functions.{function.Name}/status");
}
