using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.DurableTask;

namespace Initiatiefloket.Platform;

/// <summary>How often a step of a workflow is tried.</summary>
public static class Retries
{
    private const int MostAttempts = 760;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Of a failure that crossed a durable boundary only the type's name is certain, so the status of a storage error cannot be looked at.
    // IsCausedBy would load the type, and throws for one that another assembly forwards, such as HttpRequestException.
    private static readonly HashSet<string> Outages =
    [
        typeof(TransientFailureException).FullName!,
        typeof(RequestFailedException).FullName!,
        typeof(TableTransactionFailedException).FullName!,
        typeof(AuthenticationFailedException).FullName!,
        typeof(CredentialUnavailableException).FullName!,
        typeof(AggregateException).FullName!,
        typeof(HttpRequestException).FullName!,
        typeof(TaskCanceledException).FullName!,
        typeof(OperationCanceledException).FullName!,
        typeof(TimeoutException).FullName!,
    ];

    // Not the step failed but what ran it: its worker died or was stopped, or it took longer than the host lets it. The Durable extension starts an orchestrator
    // again by itself then, but takes an activity as failed (OutOfProcMiddleware, GetFailureDetails). These are types of the host, which no code here can throw.
    private static readonly HashSet<string> LostRuns =
    [
        "Microsoft.Azure.WebJobs.Host.FunctionInvocationException",
        "Microsoft.Azure.WebJobs.Host.FunctionTimeoutException",
    ];

    /// <summary>
    /// Tries again while storage, mail or the managed identity is out, or when the worker died during the step, from after seconds to each hour, for a month: a key of the mail service that expires before the
    /// holidays must not end a case. Any other failure is a bug and is not tried again: the instance then fails with its error.
    /// </summary>
    public static TaskOptions WhenTransient { get; } = new(new TaskRetryOptions(new RetryPolicy(
        MostAttempts, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: Longest)
    {
        HandleFailure = IsTransient,
    }));

    /// <summary>Whether a failure says that storage, mail or the managed identity is out.</summary>
    public static bool IsOutage(Exception failure) => Outages.Contains(failure.GetType().FullName!);

    private static bool IsTransient(TaskFailureDetails failure) => Outages.Contains(failure.ErrorType) || LostRuns.Contains(failure.ErrorType);
}

/// <summary>The steps of a workflow.</summary>
public static class Steps
{
    extension(TaskOrchestrationContext workflow)
    {
        /// <summary>Runs an activity, again and again while what it needs is out (<see cref="Retries.WhenTransient"/>).</summary>
        /// <param name="activity">Its name.</param>
        /// <param name="input">What it gets; null for one that needs nothing.</param>
        public Task StepAsync(TaskName activity, object? input = null) => workflow.CallActivityAsync(activity, input, Retries.WhenTransient);

        /// <summary>Runs an activity that answers, again and again while what it needs is out (<see cref="Retries.WhenTransient"/>).</summary>
        /// <param name="activity">Its name.</param>
        /// <param name="input">What it gets; null for one that needs nothing.</param>
        public Task<T> StepAsync<T>(TaskName activity, object? input = null) => workflow.CallActivityAsync<T>(activity, input, Retries.WhenTransient);
    }
}

/// <summary>An outage that may pass: a step that throws it is tried again (<see cref="Retries.WhenTransient"/>).</summary>
public sealed class TransientFailureException : Exception
{
    public TransientFailureException()
    {
    }

    public TransientFailureException(string message)
        : base(message)
    {
    }

    public TransientFailureException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
