using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Initiatiefloket.DevHost.Probe.Durable;

/// <summary>An activity that fails at first, with a policy that tries again after a <see cref="TimeoutException"/> only.</summary>
public static class Retrying
{
    private static readonly ConcurrentDictionary<string, int> Tries = new();

    private static readonly TaskOptions AfterTimeout = new(new TaskRetryOptions(new RetryPolicy(4, TimeSpan.FromMilliseconds(100))
    {
        HandleFailure = failure => failure.ErrorType == typeof(TimeoutException).FullName,
    }));

    [Function(nameof(Retrying))]
    public static async Task<Outcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Trouble trouble)
    {
        try
        {
            return new Outcome(await context.CallActivityAsync<int>(nameof(Flaky), trouble with { Key = context.InstanceId }, AfterTimeout), null, null, null);
        }
        catch (TaskFailedException failed)
        {
            var tries = await context.CallActivityAsync<int>(nameof(CountTries), context.InstanceId);
            return new Outcome(tries, failed.FailureDetails.ErrorType, failed.FailureDetails.ErrorMessage, failed.FailureDetails.InnerFailure?.ErrorType);
        }
    }

    [Function(nameof(Flaky))]
    public static int Flaky([ActivityTrigger] Trouble trouble)
    {
        var tries = Tries.AddOrUpdate(trouble.Key, 1, (_, before) => before + 1);
        if (tries > trouble.Failures)
        {
            return tries;
        }

        throw trouble.IsTimeout ? new TimeoutException("Too late.") : new InvalidOperationException("Broken: \"for good\".", new FormatException("Inside."));
    }

    [Function(nameof(CountTries))]
    public static int CountTries([ActivityTrigger] string key) => Tries[key];

    /// <summary>How often the activity fails, and with what.</summary>
    public sealed record Trouble(int Failures, bool IsTimeout, string Key = "");

    /// <summary>How often it was tried, and what the orchestrator saw of its last failure.</summary>
    public sealed record Outcome(int Tries, string? ErrorType, string? ErrorMessage, string? Inner);
}
