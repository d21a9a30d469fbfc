using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Replay;

internal sealed partial class ReplayedContext
{
    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException(
                $"A {nameof(TaskOptions)} value was provided for the activity input but no value was provided for {nameof(options)}. "
                + $"Did you mean to provide it for the {nameof(options)} parameter?",
                nameof(input));
        }

        var version = options?.Version is { } requested ? requested.Version : Version;
        var serialized = Payloads.Require(ActivityInput.Write(Converter, input), $"input of activity '{name}'");
        return await AttemptAsync<TResult>(name, options, () =>
            Decisions.MakeAndAwait(name, id => new HistoryEvent.ActivityScheduled(id, name, version, serialized)));
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RequireOwnThread();
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = options?.Version is { } requested ? requested.Version : DefaultVersion;
        var serialized = Payloads.Require(Converter.Serialize(input), $"input of sub-orchestration '{orchestratorName}'");
        return await AttemptAsync<TResult>(orchestratorName, options, () => Decisions.MakeAndAwait(
            orchestratorName,
            id => new HistoryEvent.SubOrchestrationScheduled(id, orchestratorName, instanceId, version, serialized, options?.Tags)));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        // Like the real worker: a timer that is further away than the longest interval is made of several.
        var finalFireAt = fireAt.ToUniversalTime();
        while (finalFireAt - _now > MaximumTimerInterval && !cancellationToken.IsCancellationRequested)
        {
            await TimerAsync(_now.Add(MaximumTimerInterval), cancellationToken);
        }

        await TimerAsync(finalFireAt, cancellationToken);
    }

    private Task TimerAsync(DateTime fireAt, CancellationToken cancellation = default)
    {
        RequireOwnThread();
        return Decisions.MakeAndAwait("timer", id => new HistoryEvent.TimerScheduled(id, fireAt), cancellation);
    }

    private async Task<TResult> AttemptAsync<TResult>(TaskName name, TaskOptions? options, Func<Task<string?>> call)
    {
        var retries = new Retries(this, name, options?.Retry, _now);
        while (true)
        {
            RequireOwnThread();
            try
            {
                return Converter.Deserialize<TResult>(await call())!;
            }
            catch (StepFailedException failed)
            {
                if (!await retries.TryAgainAsync(failed, TimerAsync))
                {
                    throw failed.ToTaskFailed();
                }
            }
        }
    }

    private TimeSpan MaximumTimerInterval => options.MaximumTimerInterval;

    private string DefaultVersion => options.Versioning?.DefaultVersion ?? string.Empty;
}
