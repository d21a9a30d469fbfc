namespace Initiatiefloket.Testing;

/// <summary>Waits for what a workflow does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again and again until something is found.</summary>
    /// <param name="what">What is waited for, for the message when it does not come.</param>
    /// <param name="look">Returns null as long as it is not there.</param>
    /// <param name="longest">How long to look; a minute when left out.</param>
    /// <param name="pause">How long to wait between two looks; hardly when left out.</param>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public static async Task<T> FindAsync<T>(string what, Func<Task<T?>> look, TimeSpan? longest = null, TimeSpan? pause = null)
        where T : class
    {
        var limit = longest ?? Patience;
        using var patience = new CancellationTokenSource(limit);
        using var interval = new PeriodicTimer(pause ?? Interval);
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            try
            {
                await interval.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"Waited {limit.TotalSeconds} s in vain for {what}.", exception);
            }
        }
    }
}
