using Azure;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>Rides out storage that does not answer: the engine waits, workflows do not notice.</summary>
internal sealed class Outage(string hub, ILogger logger)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(2);

    public static bool IsOutage(Exception exception, CancellationToken cancellation) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.All(inner => IsOutage(inner, cancellation)),
        OperationCanceledException => !cancellation.IsCancellationRequested, // a request that took too long
        IOException or HttpRequestException => true,
        _ => false,
    };

    public Task RideAsync(Func<CancellationToken, Task> call, CancellationToken cancellation) => RideAsync(
        async token =>
        {
            await call(token);
            return true;
        },
        cancellation);

    public async Task<T> RideAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay)
        {
            try
            {
                return await call(cancellation);
            }
            catch (Exception exception) when (IsOutage(exception, cancellation))
            {
                EngineLog.StorageDoesNotAnswer(logger, exception, hub, delay);
                await Task.Delay(delay, cancellation);
            }
        }
    }
}
