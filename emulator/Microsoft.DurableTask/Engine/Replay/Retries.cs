namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>The attempts at one step. Runs as orchestrator code, so that it replays.</summary>
internal sealed class Retries(TaskOrchestrationContext context, TaskName name, TaskRetryOptions? options, DateTime startedAt)
{
    private int _attempts;

    /// <summary>Waits for the next attempt if there is one; false when the failure stands.</summary>
    public async Task<bool> TryAgainAsync(StepFailedException failed, Func<DateTime, CancellationToken, Task> timer)
    {
        _attempts++;
        if (failed.Failure.IsFinal)
        {
            return false;
        }

        if (options?.Handler is { } handler)
        {
            EngineLog.RetryingTask(
                context.CreateReplaySafeLogger("Microsoft.DurableTask"), context.InstanceId, name, _attempts);
            return await handler(new RetryContext(
                context, _attempts, failed.ToTaskFailed().FailureDetails, context.CurrentUtcDateTime - startedAt, default));
        }

        if (options?.Policy is not { } policy || !MayRetry(policy, failed))
        {
            return false;
        }

        await timer(context.CurrentUtcDateTime + Delay(policy), CancellationToken.None);
        return true;
    }

    private bool MayRetry(RetryPolicy policy, StepFailedException failed)
    {
        var isInTime = policy.RetryTimeout == Timeout.InfiniteTimeSpan
            || context.CurrentUtcDateTime - startedAt < policy.RetryTimeout;
        return _attempts < policy.MaxNumberOfAttempts && isInTime && policy.Handle(failed.ToTaskFailed());
    }

    private TimeSpan Delay(RetryPolicy policy)
    {
        var limit = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, _attempts - 1);
        return ticks >= limit.Ticks ? limit : TimeSpan.FromTicks((long)ticks);
    }
}
