using DurableTask.Core.Exceptions;
using Grpc.Core;
using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Platform;
using Initiatiefloket.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Moq.Language.Flow;

namespace Initiatiefloket.Tests.Flow;

[Collection(nameof(OnStorage))]
public sealed class WorkflowSignalsTests
{
    private static readonly Saved Stored = new Saved.Now(Cases.InReview);

    private readonly AppStorage _storage;
    private readonly ManualClock _clock = new(Cases.ReceivedAt);
    private readonly Mock<DurableTaskClient> _hub = new("");
    private readonly SignalTable _table;
    private readonly WorkflowSignals _signals;

    public WorkflowSignalsTests(AppStorage storage)
    {
        _storage = storage;
        _table = new SignalTable(storage.Tables, _clock);
        _signals = new WorkflowSignals(_table, new WorkflowStarter(storage.Initiatives, Cases.Policy));
    }

    [Fact]
    public async Task SaveAndSignal_RunningInstance_IsWokenAfterTheSaveAndTheSignalForgotten()
    {
        var signal = SignalTo("W-1");
        var remembered = false;

        var saved = await _signals.SaveAndSignalAsync(
            _hub.Object,
            signal,
            async () =>
            {
                remembered = await IsRememberedAsync(signal);
                VerifyRaised(signal, Times.Never());
                return Stored;
            },
            CancellationToken.None);

        Assert.Same(Stored, saved);
        Assert.True(remembered);
        VerifyRaised(signal, Times.Once());
        Assert.False(await IsRememberedAsync(signal));
    }

    [Fact]
    public async Task SaveAndSignal_WakingFails_IsSentByTheSweepLater()
    {
        var signal = SignalTo("W-3");
        WakingFails(signal, new HttpRequestException("the hub is out"));
        await Assert.ThrowsAsync<HttpRequestException>(
            () => _signals.SaveAndSignalAsync(_hub.Object, signal, () => Task.FromResult(Stored), CancellationToken.None));
        Assert.True(await IsRememberedAsync(signal));

        _hub.Reset();
        await SweepAsync();
        VerifyRaised(signal, Times.Never());
        _clock.Advance(TimeSpan.FromSeconds(61));
        await SweepAsync();

        VerifyRaised(signal, Times.Once());
        Assert.False(await IsRememberedAsync(signal));
    }

    [Theory]
    [InlineData("W-7-ended", StatusCode.FailedPrecondition)]
    [InlineData("W-7-purged", StatusCode.NotFound)]
    public async Task SaveAndSignal_WorkflowEndsWhileItIsWoken_IsSavedAndForgotten(string instanceId, StatusCode answer)
    {
        var signal = SignalTo(instanceId);
        WakingFails(signal, new RpcException(new Grpc.Core.Status(answer, "answered")));

        var saved = await _signals.SaveAndSignalAsync(_hub.Object, signal, () => Task.FromResult(Stored), CancellationToken.None);

        Assert.Same(Stored, saved);
        Assert.False(await IsRememberedAsync(signal));
    }

    [Fact]
    public async Task Sweep_OneSignalThatCannotBeSent_SendsTheOthersAndFails()
    {
        List<Signal> signals = [.. Enumerable.Range(1, 3).Select(number => SignalTo($"W-8-{number}"))];
        WakingFails(signals[1], new RpcException(new Grpc.Core.Status(StatusCode.Unknown, "answered")));
        await Task.WhenAll(signals.Select(signal => _table.RememberAsync(signal, CancellationToken.None)));
        _clock.Advance(TimeSpan.FromSeconds(61));

        await Assert.ThrowsAsync<AggregateException>(SweepAsync);

        var left = await _table.GetOverdueAsync(_clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal([signals[1]], left.Select(overdue => overdue.Signal).Intersect(signals));
        await _table.ForgetAsync(signals[1], CancellationToken.None);
    }

    [Fact]
    public async Task SaveAndSignal_SavingFails_IsRememberedForItMayHaveBeenStored()
    {
        var signal = SignalTo("W-4");

        await Assert.ThrowsAsync<HttpRequestException>(
            () => _signals.SaveAndSignalAsync(_hub.Object, signal, () => throw new HttpRequestException("storage is out"), CancellationToken.None));

        Assert.True(await IsRememberedAsync(signal));
        await _table.ForgetAsync(signal, CancellationToken.None);
    }

    [Fact]
    public async Task Send_StartOfAReceivedApplication_StartsItsWorkflowByThePolicy()
    {
        await _storage.PutAsync(Cases.Received with { Id = "W-5" });
        InitiativeCase? started = null;
        _hub.Setup(hub => hub.ScheduleNewOrchestrationInstanceAsync(
                nameof(InitiativeWorkflow),
                It.IsAny<object>(),
                It.Is<StartOrchestrationOptions>(options => options.InstanceId == "W-5"),
                It.IsAny<CancellationToken>()))
            .Callback((TaskName _, object? input, StartOrchestrationOptions? _, CancellationToken _) => started = (InitiativeCase?)input)
            .ReturnsAsync("W-5");

        await SendStartAsync("W-5");

        Assert.Equal(("W-5", 2026, Cases.Policy.Version), (started!.Id, started.PotYear, started.Rules.PolicyVersion));
    }

    [Fact]
    public async Task Send_StartOfNothingReceived_StartsNothing()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Draft) with { Id = "W-6" });

        await SendStartAsync("W-6");
        await SendStartAsync("W-nobody");

        VerifyStarted(Times.Never());
    }

    [Fact]
    public async Task Send_StartOfACaseThatBegan_IsRefusedByTheHubWhateverBecameOfItAndNoFailure()
    {
        await _storage.PutAsync(Cases.In(InitiativeState.Withdrawn) with { Id = "W-9" });
        StartOrchestrationOptions? options = null;
        OnStart()
            .Callback<TaskName, object, StartOrchestrationOptions, CancellationToken>((_, _, given, _) => options = given)
            .ThrowsAsync(new OrchestrationAlreadyExistsException("It began."));

        await SendStartAsync("W-9");

        VerifyStarted(Times.Once());
        Assert.Equal(StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Select(status => status.ToString()), options!.DedupeStatuses);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed, null, true, true)]
    [InlineData(OrchestrationRuntimeStatus.Running, null, false, false)]
    [InlineData(OrchestrationRuntimeStatus.Running, 1, false, true)]
    [InlineData(OrchestrationRuntimeStatus.Completed, 1, false, true)]
    public async Task Send_ResumeOfATakenUpCase_StartsItOnceAndOnlyAfterTheRunThatLeftIt(
        OrchestrationRuntimeStatus status, int? time, bool isStarted, bool isSent)
    {
        var id = $"W-resume-{status}-{time}";
        await _storage.PutAsync(Cases.In(InitiativeState.LeftToDesk).TakeUp()! with { Id = id });
        var input = new InitiativeCase(id, 2026, Cases.Case.Rules) { Resumed = time is { } known ? new CaseResumed(known, 1, null) : null };
        _hub.Setup(hub => hub.GetInstanceAsync(id, true, It.IsAny<CancellationToken>())).ReturnsAsync(new OrchestrationMetadata("InitiativeWorkflow", id)
        {
            RuntimeStatus = status,
            DataConverter = JsonDataConverter.Default,
            SerializedInput = JsonDataConverter.Default.Serialize(input),
        });

        Assert.Equal(isSent, await _signals.SendAsync(_hub.Object, new Signal(id, WorkflowSignals.Resume, Actor.Coordinator), CancellationToken.None));

        VerifyStarted(isStarted ? Times.Once() : Times.Never());
    }

    private static Signal SignalTo(string instanceId) => new(instanceId, WorkflowEvents.CalledIn, Actor.CouncilMember("raadslid-1"));

    private ISetup<DurableTaskClient, Task<string>> OnStart() => _hub.Setup(hub => hub.ScheduleNewOrchestrationInstanceAsync(
        It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()));

    private void VerifyStarted(Times times) => _hub.Verify(
        hub => hub.ScheduleNewOrchestrationInstanceAsync(
            It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()),
        times);

    private void WakingFails(Signal signal, Exception failure) => _hub
        .Setup(hub => hub.RaiseEventAsync(signal.InstanceId, signal.EventName, It.IsAny<object>(), It.IsAny<CancellationToken>()))
        .ThrowsAsync(failure);

    private Task<bool> SendStartAsync(string id) =>
        _signals.SendAsync(_hub.Object, new Signal(id, WorkflowSignals.Start, Actor.Applicant), CancellationToken.None);

    private Task SweepAsync() => new SignalSweep(_table, _signals, _clock, NullLogger<SignalSweep>.Instance)
        .Run(new TimerInfo(), _hub.Object, CancellationToken.None);

    private async Task<bool> IsRememberedAsync(Signal signal) =>
        (await _table.GetOverdueAsync(_clock.GetUtcNow().AddDays(1), CancellationToken.None)).Any(overdue => overdue.Signal == signal);

    private void VerifyRaised(Signal signal, Times times) => _hub.Verify(
        hub => hub.RaiseEventAsync(signal.InstanceId, signal.EventName, It.IsAny<object>(), It.IsAny<CancellationToken>()), times);
}
