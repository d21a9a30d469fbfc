using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web;

/// <summary>
/// Counts the forms of each sender, whatever is in them. It keeps floods away from storage, and so each instance of the app counts for itself what it gets
/// (<see cref="RateLimits"/> counts for all).
/// </summary>
public sealed class FormRate(IOptions<RateLimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _forms = Allow(options.Value.FormsPerMinute);

    /// <summary>Before anything that is posted: how long the sender has to wait; null when it may go on.</summary>
    public TimeSpan? WaitFor(HttpContext http)
    {
        if (Sender.Of(http) is not { } sender)
        {
            return null;
        }

        using var lease = _forms.AttemptAcquire(sender);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : Minute;
    }

    public void Dispose() => _forms.Dispose();

    // A bucket that fills again little by little: who was stopped does not wait until the minute is over.
    private static PartitionedRateLimiter<string> Allow(int number) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = number,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Minute / number,
            QueueLimit = 0,
        }));
}
