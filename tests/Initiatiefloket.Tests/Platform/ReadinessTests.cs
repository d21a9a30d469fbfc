using System.Collections.Immutable;
using Azure;
using Azure.Identity;
using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Initiatiefloket.Tests.Platform;

public sealed class ReadinessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Mock<IPreparation> _first = new();
    private readonly Mock<IPreparation> _second = new();
    private readonly Mock<IHostApplicationLifetime> _app = new();
    private readonly Readiness _readiness;

    public ReadinessTests() => _readiness = new Readiness([_first.Object, _second.Object], _app.Object, NullLogger<Readiness>.Instance);

    public static TheoryData<Exception> Outages { get; } =
    [
        new RequestFailedException(403, "the role is not there yet"),
        new RequestFailedException("storage is out"),
        new CredentialUnavailableException("no token"),
    ];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Start_WhenStorageIsOutAtFirst_EndsWellAndIsPreparedLater(Exception outage)
    {
        _first.SetupSequence(one => one.PrepareAsync(It.IsAny<CancellationToken>())).ThrowsAsync(outage).Returns(Task.CompletedTask);

        await _readiness.StartAsync(CancellationToken.None);

        await _readiness.WaitAsync(Limit, CancellationToken.None);
        _second.Verify(one => one.PrepareAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Start_WithAPolicyThatCannotHold_IsRefused()
    {
        _second.Setup(one => one.PrepareAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("pot 2026 is too small"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _readiness.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Start_WhenThePolicyTurnsOutNotToHoldLater_EndsTheApp()
    {
        var storage = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        _first.Setup(one => one.PrepareAsync(It.IsAny<CancellationToken>())).Returns(storage.Task);
        _app.Setup(one => one.StopApplication()).Callback(ended.SetResult);
        using var readiness = new Readiness([_first.Object], _app.Object, NullLogger<Readiness>.Instance) { StartPatience = TimeSpan.Zero };
        await readiness.StartAsync(CancellationToken.None);
        Assert.False(ended.Task.IsCompleted);

        storage.SetException(new InvalidOperationException("pot 2026 is too small"));

        await ended.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task Function_WhenTheAppCannotBePrepared_FailsInAWayThatIsTriedAgain()
    {
        _first.Setup(one => one.PrepareAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("pot 2026 is too small"));

        await Assert.ThrowsAsync<TransientFailureException>(
            () => new ReadinessAwaited(_readiness).Invoke(CallOf("activityTrigger"), _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Function_CalledBeforeTheAppIsPrepared_WaitsForIt()
    {
        var storage = new TaskCompletionSource();
        _first.Setup(one => one.PrepareAsync(It.IsAny<CancellationToken>())).Returns(storage.Task);
        var hasRun = false;

        var call = new ReadinessAwaited(_readiness).Invoke(CallOf("timerTrigger"), _ =>
        {
            hasRun = true;
            return Task.CompletedTask;
        });

        Assert.False(hasRun);
        storage.SetResult();
        await call.WaitAsync(Limit);
        Assert.True(hasRun);
    }

    [Fact]
    public async Task Wait_LongerThanPatience_IsATimeOutAndTheNextOneGoesOn()
    {
        var storage = new TaskCompletionSource();
        _first.Setup(one => one.PrepareAsync(It.IsAny<CancellationToken>())).Returns(storage.Task);

        await Assert.ThrowsAsync<TimeoutException>(() => _readiness.WaitAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None));
        Assert.True(_readiness.WaitAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None).IsFaulted);
        storage.SetResult();

        await _readiness.WaitAsync(Limit, CancellationToken.None);
        _first.Verify(one => one.PrepareAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory]
    [InlineData("httpTrigger", true)]
    [InlineData("timerTrigger", true)]
    [InlineData("activityTrigger", true)]
    [InlineData("orchestrationTrigger", false)]
    public void Awaited_ByAllButOrchestrators(string trigger, bool waits) => Assert.Equal(waits, ReadinessAwaited.IsFor(CallOf(trigger)));

    [Theory]
    [InlineData(typeof(AssetFunctions), nameof(AssetFunctions.Asset))]
    [InlineData(typeof(SitePages), nameof(SitePages.Privacy))]
    public void Awaited_NotByWhatTouchesNoStorage(Type functions, string name) =>
        Assert.False(ReadinessAwaited.IsFor(CallOf("httpTrigger", $"{functions.FullName}.{name}")));

    public void Dispose() => _readiness.Dispose();

    private static FunctionContext CallOf(string trigger, string function = "Initiatiefloket.Review.ReviewPages.ShowReview")
    {
        var bindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add("input", Mock.Of<BindingMetadata>(binding => binding.Type == trigger));
        var definition = Mock.Of<FunctionDefinition>(known =>
            known.InputBindings == bindings && known.EntryPoint == function && known.Id == function && known.PathToAssembly == "Initiatiefloket.dll");
        var items = new Dictionary<object, object>();
        return Mock.Of<FunctionContext>(call => call.FunctionDefinition == definition && call.Items == items);
    }
}
