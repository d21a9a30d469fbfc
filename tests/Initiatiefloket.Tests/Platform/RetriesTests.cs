using System.Net;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Initiatiefloket.Platform;
using Microsoft.DurableTask;

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

    [Fact]
    public void WhenTransient_LongOutage_IsSatOutForAMonth()
    {
        var pauses = Enumerable.Range(0, Policy.MaxNumberOfAttempts - 1)
            .Select(attempt => Policy.FirstRetryInterval.TotalHours * Math.Pow(Policy.BackoffCoefficient, attempt))
            .Select(hours => Math.Min(hours, Policy.MaxRetryInterval.TotalHours));

        Assert.InRange(pauses.Sum() / 24, 30, 32);
    }

    private static bool IsRetried(Exception failure) =>
        Policy.Handle(new TaskFailedException("Step", 1, TaskFailureDetails.FromException(failure)));
}
