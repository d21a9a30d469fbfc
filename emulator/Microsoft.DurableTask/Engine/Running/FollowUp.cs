using Azure;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>What a step sets going: activities, timers, sub-orchestrations, events to others, and word to its parent.</summary>
internal sealed class FollowUp(TaskHub hub, HubEngine engine)
{
    private readonly SubOrchestrations _subs = new(hub, engine);
    private readonly Deliveries _deliveries = new(hub, engine);
    private readonly News _news = new(engine);

    /// <summary>
    /// Stores what must be known before the step itself is stored, so that a crash right after it loses nothing.
    /// </summary>
    /// <returns>The timers that need not fire once the step is stored.</returns>
    public async Task<List<WorkRow>> PrepareAsync(
        Session session, StoredInstance instance, StepOutcome outcome, CancellationToken cancellation)
    {
        var row = instance.Row;
        var open = instance.Open.All.OfType<HistoryEvent.TimerScheduled>();
        var timers = outcome.Decisions.OfType<HistoryEvent.TimerScheduled>()
            .Where(timer => outcome.Ending is null && !outcome.CancelledTimers.Contains(timer.Id));
        if (outcome.Ending is Ending.StartedOver)
        {
            await PassOnAsync(instance, outcome, cancellation);
        }

        await Task.WhenAll(
            SetsWorkGoing(row, outcome) ? HoldAsync(session) : Task.CompletedTask,
            engine.Timers.AddAsync([.. timers.Select(Row)]));
        return [.. open.Where(timer => outcome.Ending is not null || outcome.CancelledTimers.Contains(timer.Id)).Select(Row)];

        WorkRow Row(HistoryEvent.TimerScheduled timer) => WorkRow.Timer(row.Id, row.Execution, timer.Id, timer.FireAt);
    }

    /// <summary>Sets going what a stored step decided.</summary>
    public void Begin(Session session, StoredInstance instance, StepOutcome outcome)
    {
        if (outcome.Ending is Ending.StartedOver)
        {
            Wake(session);
            return;
        }

        Begin(session, instance, outcome.Decisions);
        if (outcome.Ending is not null)
        {
            _news.OfEnd(session, instance, instance.Row);
        }
    }

    /// <summary>Takes up what an earlier process had going on.</summary>
    public async Task RecoverAsync(Session session, StoredInstance instance, CancellationToken cancellation)
    {
        await HoldAsync(session);
        var unsent = instance.History.OfType<HistoryEvent.EventSent>().Where(sent => sent.Id > instance.Delivered);
        Begin(session, instance, [.. instance.Open.All, .. unsent]);
        if (instance.Row.IsFinished)
        {
            _news.OfEnd(session, instance, await hub.Outage.RideAsync(
                token => hub.Instances.FillAsync(instance.Row, token), cancellation));
        }
        else if (!instance.HasStarted)
        {
            Wake(session);
        }
    }

    /// <summary>Ends an instance that cannot be handled; false when it has changed since it was judged.</summary>
    public async Task<bool> BreakOffAsync(Session session, ETag? judged, Exception reason, CancellationToken cancellation)
    {
        session.IsFinished = true;
        try
        {
            await HoldAsync(session);
            var failure = Failure.From(reason, provider: null);
            var row = await hub.Outage.RideAsync(
                token => hub.Instances.BreakOffAsync(session.InstanceId, judged, failure, token), cancellation);
            if (row is not null)
            {
                hub.Signals.Tell(row);
                _news.TellParent(session, row);
            }
        }
        catch (ConflictException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Not even its row is what it was, or its id cannot be a key: there is nothing to write to, and others must go on.
            EngineLog.StepFailed(hub.Logger, exception, session.InstanceId);
        }

        return true;
    }

    private static bool SetsWorkGoing(InstanceRow row, StepOutcome outcome) =>
        outcome.Ending is Ending.StartedOver or Ending.Terminated { Recursive: true }
        || (outcome.Ending is not null && row.Parent is not null)
        || outcome.Decisions.Any(decision => decision is not HistoryEvent.TimerScheduled);

    private async Task HoldAsync(Session session)
    {
        if (!session.IsHeld)
        {
            await engine.Index.HoldAsync(session.InstanceId);
            session.IsHeld = true;
        }
    }

    private void Begin(Session session, StoredInstance instance, IEnumerable<HistoryEvent.Decision> decisions)
    {
        var row = instance.Row;
        foreach (var decision in decisions)
        {
            switch (decision)
            {
                case HistoryEvent.ActivityScheduled activity when session.Activities.Add((row.Execution, activity.Id)):
                    session.Start();
                    engine.Call(new(session, row.Execution, activity, row.Trace));
                    break;
                case HistoryEvent.SubOrchestrationScheduled sub:
                    session.Start();
                    _ = _subs.StartAsync(session, row, sub);
                    break;
                case HistoryEvent.EventSent sent:
                    _deliveries.Send(session, row, sent);
                    break;
            }
        }
    }

    // When an instance starts over its history goes, and with it what it had to send. So that is stored elsewhere first.
    private async Task PassOnAsync(StoredInstance instance, StepOutcome outcome, CancellationToken cancellation)
    {
        var row = instance.Row;
        var known = instance.History.OfType<HistoryEvent.Decision>().Concat(outcome.Decisions).ToList();
        foreach (var sent in known.OfType<HistoryEvent.EventSent>().Where(sent => sent.Id > instance.Delivered))
        {
            await _deliveries.StoreAsync(row, sent, cancellation);
        }

        foreach (var sub in known.OfType<HistoryEvent.SubOrchestrationScheduled>())
        {
            if (!instance.History.Exists(happened => happened is HistoryEvent.Answer answer && answer.Id == sub.Id))
            {
                await _subs.EnsureAsync(row, sub, cancellation);
            }
        }
    }

    private void Wake(Session session)
    {
        session.Start();
        engine.Post(session.InstanceId, new Message(null as HistoryEvent) { Consumed = session.Done });
    }
}
