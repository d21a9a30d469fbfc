using Google.Protobuf.WellKnownTypes;
using Initiatiefloket.DevHost;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.Testing;

/// <summary>
/// Durable orchestrations in memory on a clock of the test's. History and messages are here; replay and decisions are the real worker's. What a client or an
/// orchestrator sees of it is what the real extension shows: the contract tests run on both.
/// </summary>
/// <param name="clock">What its timers and timestamps go by.</param>
/// <param name="version">The version that instances get when nobody names one, as <c>defaultVersion</c> of host.json.</param>
internal sealed class TestDurable(TimeProvider clock, string version)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TestInstance> _instances = [];
    private readonly TestWorker _worker = new();
    private readonly TestWork _work = new();

    /// <summary>How much too early timers fire from now on; on Azure Storage it is up to 0.9 s. Nothing when left alone.</summary>
    public TimeSpan TimersEarlyBy { get; set; }

    /// <summary>Gives it the worker that runs the functions; what waited for one goes on.</summary>
    public void Attach(Worker worker) => _worker.Attach(worker);

    /// <summary>The app stops: from now on everything waits for the next worker.</summary>
    public void Detach() => _worker.Detach();

    /// <summary>Ends when nothing runs: no orchestrator, no activity; only timers and events are waited for. Fails when this back end itself failed.</summary>
    public Task IdleAsync() => _work.IdleAsync();

    /// <summary>What clients may see of an instance; null when there is none.</summary>
    public OrchestrationState? Find(string id)
    {
        lock (_lock)
        {
            return _instances.GetValueOrDefault(id)?.State.Clone();
        }
    }

    /// <summary>All instances in order of their ids.</summary>
    public IReadOnlyList<OrchestrationState> All()
    {
        lock (_lock)
        {
            return [.. _instances.Values.Select(instance => instance.State.Clone()).OrderBy(state => state.InstanceId, StringComparer.Ordinal)];
        }
    }

    /// <summary>What happened to an instance since it started, or since it last continued as new; null when there is none.</summary>
    public IReadOnlyList<HistoryEvent>? HistoryOf(string id)
    {
        lock (_lock)
        {
            return _instances.GetValueOrDefault(id)?.History.Select(entry => entry.Clone()).ToArray();
        }
    }

    /// <summary>Ends when an instance has taken its first step, or has ended; at once when there is none.</summary>
    public Task WaitAsync(string id, bool untilEnded)
    {
        lock (_lock)
        {
            return !_instances.TryGetValue(id, out var instance) ? Task.CompletedTask : untilEnded ? instance.Ended : instance.Begun;
        }
    }

    /// <summary>Starts an instance.</summary>
    /// <param name="start">What to start: name, input, id; the version is filled in when it has none.</param>
    /// <param name="refused">The statuses in which an instance of that id stands in the way; one in another status is replaced.</param>
    /// <returns>False when there is one in the way.</returns>
    public bool Start(ExecutionStartedEvent start, IReadOnlySet<OrchestrationStatus> refused)
    {
        lock (_lock)
        {
            var id = start.OrchestrationInstance.InstanceId;
            if (_instances.TryGetValue(id, out var before) && refused.Contains(before.State.OrchestrationStatus))
            {
                return false;
            }

            before?.Replace();
            var instance = new TestInstance(id, Now());
            _instances[id] = instance;
            start.Version ??= version;
            instance.Begin(start, Now());
            At(instance, start.ScheduledStartTimestamp, early: TimeSpan.Zero, () => Wake(instance));
            return true;
        }
    }

    /// <summary>Puts back an instance that an earlier app left waiting, with nothing under way: the timers that did not fire yet run on.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="history">What <see cref="HistoryOf"/> told of it.</param>
    public void Restore(string id, IReadOnlyList<HistoryEvent> history)
    {
        lock (_lock)
        {
            var instance = new TestInstance(id, history[0].Timestamp);
            _instances[id] = instance;
            instance.Restore(history);
            var fired = history.Where(entry => entry.TimerFired is not null).Select(entry => entry.TimerFired.TimerId).ToHashSet();
            foreach (var timer in history.Where(entry => entry.TimerCreated is not null && !fired.Contains(entry.EventId)))
            {
                At(instance, timer.TimerCreated.FireAt, TimersEarlyBy, () => Deliver(instance, instance.ExecutionId, TestMessages.Fired(timer.EventId, timer.TimerCreated.FireAt)));
            }
        }
    }

    /// <summary>Sends an instance a message; without effect when there is none, or when it has ended.</summary>
    public void Send(string id, HistoryEvent message)
    {
        lock (_lock)
        {
            if (_instances.TryGetValue(id, out var instance))
            {
                Deliver(instance, instance.ExecutionId, message);
            }
        }
    }

    /// <summary>Forgets an instance that has ended.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Purge(string id)
    {
        lock (_lock)
        {
            return _instances.TryGetValue(id, out var instance) && instance.HasEnded && _instances.Remove(id);
        }
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>A message for one execution: what an execution before it asked for does not concern it any more.</summary>
    private void Deliver(TestInstance instance, string execution, HistoryEvent message)
    {
        lock (_lock)
        {
            if (!instance.HasEnded && instance.ExecutionId == execution)
            {
                instance.Take(message, Now());
                Wake(instance);
            }
        }
    }

    private void Wake(TestInstance instance)
    {
        lock (_lock)
        {
            if (instance.TryBeginStep(Now()))
            {
                _work.Run(() => StepAsync(instance));
            }
        }
    }

    /// <summary>Lets the orchestrator take its next step, and does what it decided.</summary>
    private async Task StepAsync(TestInstance instance)
    {
        OrchestratorRequest request;
        lock (_lock)
        {
            request = instance.NextStep(Now(), version);
        }

        var response = await _worker.OrchestrateAsync(instance.State.Name, request);
        lock (_lock)
        {
            instance.Keep(request, response, Now());
            foreach (var action in response.Actions)
            {
                instance.Record(TestMessages.Entry(action), Now());
                Do(instance, action);
            }

            instance.Record(new HistoryEvent { EventId = -1, OrchestratorCompleted = new() }, Now());
            if (response.Actions.LastOrDefault(action => action.CompleteOrchestration is not null)?.CompleteOrchestration is { } end)
            {
                End(instance, end);
            }

            instance.LeaveStep();
            Wake(instance);
        }
    }

    private void Do(TestInstance instance, OrchestratorAction action)
    {
        var execution = instance.ExecutionId;
        switch (action.OrchestratorActionTypeCase)
        {
            case OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask:
                _work.Run(async () => Deliver(instance, execution, await _worker.ActAsync(instance.State.InstanceId, action.Id, action.ScheduleTask)));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer:
                At(instance, action.CreateTimer.FireAt, TimersEarlyBy, () => Deliver(instance, execution, TestMessages.Fired(action.Id, action.CreateTimer.FireAt)));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration:
                var sub = TestMessages.Child(action, instance.State, execution);
                if (!Start(sub, TestInstance.Running))
                {
                    Deliver(instance, execution, TestMessages.ChildExists(action));
                }

                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent:
                Send(action.SendEvent.Instance.InstanceId, TestMessages.Raised(action.SendEvent.Name, action.SendEvent.Data));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration:
                break; // after all others
            default:
                throw new NotSupportedException($"{action.OrchestratorActionTypeCase} is not something that this back end does.");
        }
    }

    private void End(TestInstance instance, CompleteOrchestrationAction end)
    {
        if (end.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew)
        {
            instance.ContinueAsNew(end, Now());
            return;
        }

        var parent = instance.Parent;
        instance.End(end);
        if (parent is not null && _instances.TryGetValue(parent.OrchestrationInstance.InstanceId, out var waiting))
        {
            Deliver(waiting, parent.OrchestrationInstance.ExecutionId, TestMessages.ChildEnded(parent.TaskScheduledId, end));
        }
    }

    /// <summary>Does something at a moment, as long as the instance lives; at once when there is no moment, or when it is past.</summary>
    private void At(TestInstance instance, Timestamp? moment, TimeSpan early, Action act)
    {
        var wait = moment is null ? TimeSpan.Zero : moment.ToDateTimeOffset() - early - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            act();
            return;
        }

        instance.Keep(clock.CreateTimer(_ => act(), null, wait, Timeout.InfiniteTimeSpan));
    }
}
