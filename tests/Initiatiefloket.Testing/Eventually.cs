namespace Initiatiefloket.Testing;

/// <summary>Waits for what a workflow does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again and again until something is found.</summary>
    /// <param name="what">What is waited for, for the message when it does not come.</param>
    /// <param name="look">Returns null as long as it is not there.</param>
    /// <exception cref="TimeoutException">It did not come within thirty seconds.</exception>
    public static async Task<T> FindAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        using var interval = new PeriodicTimer(Interval);
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
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s in vain for {what}.", exception);
            }
        }
    }
}
