using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.Testing;

/// <summary>One orchestration on <see cref="TestDurable"/>: its history, the messages it has not seen yet, and what clients see of it. The hub guards it.</summary>
internal sealed class TestInstance(string id, Timestamp created)
{
    private readonly List<HistoryEvent> _history = [];
    private readonly List<HistoryEvent> _inbox = [];
    private readonly List<ITimer> _timers = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ExecutionStartedEvent _start = new();
    private bool _inStep;
    private bool _replaced;

    /// <summary>The statuses of an instance that has not ended.</summary>
    public static FrozenSet<OrchestrationStatus> Running { get; } =
        FrozenSet.ToFrozenSet([OrchestrationStatus.Running, OrchestrationStatus.Pending, OrchestrationStatus.Suspended, OrchestrationStatus.ContinuedAsNew]);

    public OrchestrationState State { get; } = new()
    {
        InstanceId = id,
        OrchestrationStatus = OrchestrationStatus.Pending,
        CreatedTimestamp = created,
        LastUpdatedTimestamp = created,
    };

    public IReadOnlyList<HistoryEvent> History => _history;

    /// <summary>Another one each time it continues as new.</summary>
    public string ExecutionId => _start.OrchestrationInstance.ExecutionId;

    public ParentInstanceInfo? Parent => _start.ParentInstance;

    public bool HasEnded => _replaced || !Running.Contains(State.OrchestrationStatus);

    public Task Begun => _begun.Task;

    public Task Ended => _ended.Task;

    /// <summary>Begins a first execution, or a next one.</summary>
    public void Begin(ExecutionStartedEvent start, Timestamp now)
    {
        start.OrchestrationInstance.ExecutionId = Guid.NewGuid().ToString("N");
        Describe(start);
        Take(new HistoryEvent { ExecutionStarted = start }, now);
    }

    /// <summary>Stands where an earlier app left it.</summary>
    public void Restore(IReadOnlyList<HistoryEvent> history)
    {
        _history.AddRange(history);
        Describe(history.First(entry => entry.ExecutionStarted is not null).ExecutionStarted);
        State.OrchestrationStatus = OrchestrationStatus.Running;
        _begun.TrySetResult();
    }

    public void Take(HistoryEvent message, Timestamp now)
    {
        message.EventId = -1;
        message.Timestamp = now;
        _inbox.Add(message);
    }

    /// <summary>Begins a step when there is something to do and none is being taken; the caller then takes it.</summary>
    public bool TryBeginStep(Timestamp now)
    {
        if (_inStep || HasEnded || _inbox.Count == 0 || (_start.ScheduledStartTimestamp is { } planned && planned > now))
        {
            return false;
        }

        return _inStep = true;
    }

    /// <summary>What the worker needs for the next step: what was, and all messages until now.</summary>
    public OrchestratorRequest NextStep(Timestamp now, string defaultVersion)
    {
        var request = new OrchestratorRequest { InstanceId = State.InstanceId, ExecutionId = ExecutionId };
        request.Properties.Add("defaultVersion", Value.ForString(defaultVersion));
        request.PastEvents.AddRange(_history);
        request.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = now, OrchestratorStarted = new() });
        request.NewEvents.AddRange(_inbox);
        _inbox.Clear();
        return request;
    }

    /// <summary>Keeps what the step saw; what it decided is recorded after it.</summary>
    public void Keep(OrchestratorRequest request, OrchestratorResponse response, Timestamp now)
    {
        _history.AddRange(request.NewEvents);
        State.LastUpdatedTimestamp = now;
        State.CustomStatus = response.CustomStatus ?? State.CustomStatus;
        State.OrchestrationStatus = request.NewEvents.LastOrDefault(message => message.ExecutionSuspended is not null || message.ExecutionResumed is not null) switch
        {
            { ExecutionSuspended: not null } => OrchestrationStatus.Suspended,
            null when State.OrchestrationStatus == OrchestrationStatus.Suspended => OrchestrationStatus.Suspended,
            _ => OrchestrationStatus.Running,
        };
        _begun.TrySetResult();
    }

    /// <summary>All that the step decided is done.</summary>
    public void LeaveStep() => _inStep = false;

    public void Record(HistoryEvent entry, Timestamp now)
    {
        entry.Timestamp = now;
        _history.Add(entry);
    }

    /// <summary>Keeps a timer, which ends with the execution.</summary>
    public void Keep(ITimer timer) => _timers.Add(timer);

    /// <summary>Begins anew with another input; events that nobody waited for yet are carried over, answers to what was asked before are not.</summary>
    public void ContinueAsNew(CompleteOrchestrationAction end, Timestamp now)
    {
        StopTimers();
        _history.Clear();
        HistoryEvent[] left = [.. end.CarryoverEvents, .. _inbox.Where(message => message.EventTypeCase is
            HistoryEvent.EventTypeOneofCase.EventRaised or HistoryEvent.EventTypeOneofCase.ExecutionTerminated
            or HistoryEvent.EventTypeOneofCase.ExecutionSuspended or HistoryEvent.EventTypeOneofCase.ExecutionResumed)];
        _inbox.Clear();
        var next = _start.Clone();
        (next.Input, next.Version, next.ScheduledStartTimestamp) = (end.Result, end.NewVersion ?? next.Version, null);
        Begin(next, now);
        _inbox.AddRange(left);
    }

    public void End(CompleteOrchestrationAction end)
    {
        StopTimers();
        (State.Output, State.FailureDetails, State.OrchestrationStatus) = (end.Result, end.FailureDetails, end.OrchestrationStatus);
        _ended.TrySetResult();
    }

    /// <summary>Another instance has its id from now on.</summary>
    public void Replace()
    {
        StopTimers();
        _replaced = true;
        _ended.TrySetResult();
    }

    private void Describe(ExecutionStartedEvent start)
    {
        _start = start;
        (State.Name, State.Version, State.Input, State.ScheduledStartTimestamp) = (start.Name, start.Version, start.Input, start.ScheduledStartTimestamp);
        State.ParentInstanceId = start.ParentInstance?.OrchestrationInstance.InstanceId;
        State.Tags.Clear();
        State.Tags.Add(start.Tags);
    }

    private void StopTimers()
    {
        foreach (var timer in _timers)
        {
            timer.Dispose();
        }

        _timers.Clear();
    }
}
