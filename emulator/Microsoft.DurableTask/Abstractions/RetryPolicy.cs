using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>How often and after which delays a failed task is tried again.</summary>
public class RetryPolicy
{
    /// <summary>Creates a policy.</summary>
    /// <param name="maxNumberOfAttempts">The number of attempts, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">The delay before the second attempt; above zero.</param>
    /// <param name="backoffCoefficient">What each next delay is multiplied by; at least 1.</param>
    /// <param name="maxRetryInterval">The longest delay; null is one hour.</param>
    /// <param name="retryTimeout">The time after the first attempt when retrying ends; null never ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        Require(maxNumberOfAttempts > 0, nameof(maxNumberOfAttempts), maxNumberOfAttempts, "greater than zero");
        Require(firstRetryInterval > TimeSpan.Zero, nameof(firstRetryInterval), firstRetryInterval, "greater than zero");
        Require(backoffCoefficient >= 1.0, nameof(backoffCoefficient), backoffCoefficient, "greater or equal to 1.0");
        const string notBelowFirst = $"greater or equal to the value for {nameof(firstRetryInterval)}";
        Require(IsAtLeast(maxRetryInterval, firstRetryInterval), nameof(maxRetryInterval), maxRetryInterval, notBelowFirst);
        Require(IsAtLeast(retryTimeout, firstRetryInterval), nameof(retryTimeout), retryTimeout, notBelowFirst);

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>The number of attempts, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The delay before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>What each next delay is multiplied by.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest delay.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>The time after the first attempt when retrying ends; <see cref="Timeout.InfiniteTimeSpan"/> never ends it.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure is retried; set it with <see cref="HandleFailure"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Decides whether a failure is retried, within the limits of number and time.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = exception => exception is TaskFailedException failed
            ? value(failed.FailureDetails)
            : throw new InvalidOperationException($"Unable to create {nameof(TaskFailureDetails)} from {exception.GetType()}.");
    }

    private static bool IsAtLeast(TimeSpan? value, TimeSpan minimum) =>
        value is null || value == Timeout.InfiniteTimeSpan || value >= minimum;

    private static void Require(bool holds, string name, object? value, string rule)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value for {name} must be {rule}.");
        }
    }
}
