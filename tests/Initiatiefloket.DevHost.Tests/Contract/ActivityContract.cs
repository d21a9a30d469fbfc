using Initiatiefloket.DevHost.Probe.Durable;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class ActivityContract(BackEnd backEnd)
{
    [Fact]
    public async Task Chain_Always_GivesEachResultToTheNext()
    {
        var ended = await backEnd.RunAsync(nameof(Chain), "x");

        Assert.Equal("xa.b.c.", ended.ReadOutputAs<string>());
        Assert.Equal("x", ended.ReadInputAs<string>());
    }

    [Fact]
    public async Task FanOut_Always_GathersAllResults() => Assert.Equal(385, (await backEnd.RunAsync(nameof(FanOut), 10)).ReadOutputAs<int>());

    [Fact]
    public async Task Retry_WhenThePolicyHandlesTheFailure_TriesAgain()
    {
        var outcome = (await backEnd.RunAsync(nameof(Retrying), new Retrying.Trouble(Failures: 2, IsTimeout: true))).ReadOutputAs<Retrying.Outcome>();

        Assert.Equal(new Retrying.Outcome(3, null, null, null), outcome);
    }

    [Fact]
    public async Task Retry_WhenTriedOftenEnough_GivesTheLastFailure()
    {
        var outcome = (await backEnd.RunAsync(nameof(Retrying), new Retrying.Trouble(Failures: 9, IsTimeout: true))).ReadOutputAs<Retrying.Outcome>();

        Assert.Equal(new Retrying.Outcome(4, typeof(TimeoutException).FullName, "Too late.", null), outcome);
    }

    [Fact]
    public async Task Retry_WhenThePolicyDoesNotHandleTheFailure_GivesItAtOnce()
    {
        var outcome = (await backEnd.RunAsync(nameof(Retrying), new Retrying.Trouble(Failures: 9, IsTimeout: false))).ReadOutputAs<Retrying.Outcome>();

        Assert.Equal(new Retrying.Outcome(1, typeof(InvalidOperationException).FullName, "Broken: \"for good\".", typeof(FormatException).FullName), outcome);
    }

    /// <summary>The extension tells its log why; the orchestrator hears only that.</summary>
    [Fact]
    public async Task Activity_WhenThereIsNone_Fails() => Assert.Equal("(unknown)", (await backEnd.RunAsync(nameof(Broken.Lost))).ReadOutputAs<string>());

    [Fact]
    public async Task Payload_WhenLargerThanAQueueMessage_ComesThroughWhole()
    {
        var (first, second) = (new string('a', 100_000), new string('é', 80_000));
        var id = await backEnd.StartAsync(nameof(Large), first);
        await backEnd.Client.RaiseEventAsync(id, Large.Event, second);

        var ended = await backEnd.EndAsync(id);

        Assert.Equal(second + first, ended.ReadOutputAs<string>());
        Assert.Equal(first, ended.ReadInputAs<string>());
    }
}

[Collection(nameof(OnTestDurable))]
public sealed class ActivityOnTestDurable(OnTestDurable backEnd) : ActivityContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class ActivityOnTheRealExtension(OnTheRealExtension backEnd) : ActivityContract(backEnd);
