using System.Net;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using DurableTask.Core;
using Initiatiefloket.Platform;
using RetryPolicy = Microsoft.DurableTask.RetryPolicy;
using TaskFailedException = DurableTask.Core.Exceptions.TaskFailedException;

namespace Initiatiefloket.Tests.Platform;

public sealed class RetriesTests
{
    private static readonly RetryPolicy Policy = Retries.WhenTransient.Retry!.Policy!;

    public static TheoryData<Exception> Outages { get; } =
    [
        new TransientFailureException("mail is out"),
        new RequestFailedException((int)HttpStatusCode.ServiceUnavailable, "storage is out"),
        new TableTransactionFailedException(new RequestFailedException("storage is out")),
        new AuthenticationFailedException("the identity's endpoint answered 500"),
        new CredentialUnavailableException("the identity's endpoint did not answer"),
        new AggregateException(new RequestFailedException("storage is out")),
        new HttpRequestException("no connection"),
        new TaskCanceledException("no answer in time"),
        new TimeoutException("the pot is changed by others all the time"),
    ];

    public static TheoryData<Exception> Bugs { get; } =
    [
        new InvalidOperationException("There is no initiative X."),
        new ArgumentException("wrong"),
        new KeyNotFoundException(),
        new FormatException(),
    ];

    [Theory]
    [MemberData(nameof(Outages))]
    public void WhenTransient_Outage_IsTriedAgain(Exception outage) => Assert.True(IsRetried(outage));

    [Theory]
    [MemberData(nameof(Bugs))]
    public void WhenTransient_Bug_IsNot(Exception bug) => Assert.False(IsRetried(bug));

    [Theory]
    [InlineData("Microsoft.Azure.WebJobs.Script.Workers.WorkerProcessExitException", "dotnet exited with code 137 (0x89)")]
    [InlineData("System.InvalidOperationException", "No process is associated with this object.")]
    public void WhenTransient_WorkerDiedDuringTheStep_IsTriedAgain(string type, string message)
    {
        var died = new FailureDetails(type, message, stackTrace: null, innerFailure: null, isNonRetriable: false);

        // As the Durable extension writes it into the history.
        Assert.True(IsRetried(new FailureDetails(
            "Microsoft.Azure.WebJobs.Host.FunctionInvocationException", "Exception while executing function: Functions.InviteReviewers", "   at ...", died, isNonRetriable: false)));
    }

    [Fact]
    public void WhenTransient_HostEndedTheStep_IsTriedAgain() => Assert.True(IsRetried(new FailureDetails(
        "Microsoft.Azure.WebJobs.Host.FunctionTimeoutException",
        "Timeout value of 00:10:00 was exceeded by function: Functions.InviteReviewers",
        stackTrace: null,
        innerFailure: null,
        isNonRetriable: false)));

    [Fact]
    public void WhenTransient_BugWithAnOutageInside_IsNot() =>
        Assert.False(IsRetried(new InvalidOperationException("wrong", new TimeoutException("no answer in time"))));

    [Fact]
    public void WhenTransient_LongOutage_IsSatOutForAMonth()
    {
        var pauses = Enumerable.Range(0, Policy.MaxNumberOfAttempts - 1)
            .Select(attempt => Policy.FirstRetryInterval.TotalHours * Math.Pow(Policy.BackoffCoefficient, attempt))
            .Select(hours => Math.Min(hours, Policy.MaxRetryInterval.TotalHours));

        Assert.InRange(pauses.Sum() / 24, 30, 32);
    }

    private static bool IsRetried(Exception failure) => IsRetried(new FailureDetails(failure));

    // What the worker's replay throws into an orchestrator for a failure in its history.
    private static bool IsRetried(FailureDetails failure) =>
        Policy.Handle(new TaskFailedException(failure.ErrorMessage) { FailureDetails = failure });
}
