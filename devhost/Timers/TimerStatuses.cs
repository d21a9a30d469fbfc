namespace Initiatiefloket.DevHost;

/// <summary>The last run of a timer and its next one, in UTC, as the real host writes it and the worker reads it.</summary>
internal sealed record TimerStatus(DateTime Last, DateTime Next, DateTime LastUpdated);

/// <summary>Remembers runs where the real host does, in container <c>azure-webjobs-hosts</c>. Without storage a run that is missed meanwhile is not made up for.</summary>
internal sealed class TimerStatuses(string connectionString, ILogger logger)
{
    private readonly BlobContainerClient _container = new(connectionString, "azure-webjobs-hosts");

    /// <summary>What was last written; null before the first time.</summary>
    public Task<TimerStatus?> ReadAsync(string function) => TryAsync(function, async blob =>
        await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<TimerStatus>() : null);

    public Task WriteAsync(string function, TimerStatus status) => TryAsync(function, async blob =>
    {
        await _container.CreateIfNotExistsAsync();
        await blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
        return status;
    });

    private async Task<TimerStatus?> TryAsync(string function, Func<BlobClient, Task<TimerStatus?>> use)
    {
        try
        {
            return await use(_container.GetBlobClient($"timers/local/Host.Functions.{function}/status"));
        }
        catch (Exception outage) when (outage is RequestFailedException or AggregateException)
        {
            logger.LogWarning("The last run of timer {Function} could not be read or kept: {Message}", function, outage.Message);
            return null;
        }
    }
}
