using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Engine.Tracing;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Takes a step of one instance: replay, store what came of it, and set that going.</summary>
internal sealed class StepRunner(TaskHub hub, HubEngine engine)
{
    private const int MaxMessages = 80; // rows that one transaction removes, of at most 100

    private readonly FollowUp _followUp = new(hub, engine);
    private readonly Admission _admission = new(hub, engine);

    /// <summary>Deals with the messages of an instance. True when it has to wait with them.</summary>
    public async Task<bool> RunAsync(Session session, CancellationToken cancellation)
    {
        List<Message> messages = [];
        try
        {
            messages = session.Take(MaxMessages);
            await LoadAsync(session, messages, cancellation);
            var isParked = await RunAsync(session, messages, cancellation);
            session.HasFailed = false;
            return isParked;
        }
        catch (Exception exception) when (exception is ConflictException || (!session.HasFailed && IsUnexpected(exception)))
        {
            // Again, from storage: perhaps somebody else changed the instance.
            session.HasFailed |= exception is not ConflictException;
            session.Instance = null;
            PutBack(session, messages);
            return false;
        }
        catch (Exception exception) when (IsUnexpected(exception))
        {
            // One instance that cannot be handled must not stop the others.
            EngineLog.StepFailed(hub.Logger, exception, session.InstanceId);
            var judged = exception is UnreadableException unreadable ? unreadable.Version : session.Instance?.ETag;
            (session.Instance, session.HasFailed) = (null, false);
            if (await _followUp.BreakOffAsync(session, judged, exception, cancellation))
            {
                Consume(messages);
            }
            else
            {
                PutBack(session, messages);
            }

            return false;
        }
    }

    private static void PutBack(Session session, List<Message> messages) =>
        session.PutBack([.. messages.Select(message => message with { Created = null })], 0);

    private static bool IsUnexpected(Exception exception) => exception is not (OperationCanceledException or ConflictException);

    // What the messages tell about storage counts only for messages that were taken: later ones bring later news.
    private async Task LoadAsync(Session session, List<Message> messages, CancellationToken cancellation)
    {
        var reload = messages.Exists(message => message.Reload);
        session.Instance = reload ? null : session.Instance ?? messages.Find(message => message.Created is not null)?.Created;
        if (session.Instance is null)
        {
            // Whoever stores a message while this process owns the hub posts it too, or has the instance loaded anew.
            var withInbox = reload || messages.Exists(message => message.Recover);
            var (instance, inbox) = await hub.Outage.RideAsync(
                token => hub.Instances.LoadAsync(session.InstanceId, withInbox, token), cancellation);
            session.Instance = instance;
            var known = messages.Select(message => message.InboxKey).ToHashSet();
            messages.InsertRange(0, session.Unknown(inbox).Where(message => !known.Contains(message.InboxKey)));
            session.PutBack(messages, MaxMessages);
        }

        session.IsFinished = session.Instance?.Row.IsFinished ?? true;
    }

    private async Task<bool> RunAsync(Session session, List<Message> messages, CancellationToken cancellation)
    {
        var accepted = session.Instance is { } stored ? Accepted(stored, messages) : [];
        if (session.Instance is { } waiting && await _admission.MustWaitAsync(waiting, messages, accepted, cancellation))
        {
            session.PutBack(messages.FindAll(message => message.Event is not null || message.Recover), 0);
            Consume(messages.Where(message => message.Event is null && !message.Recover));
            return true;
        }

        if (session.Instance is { } instance)
        {
            await (!instance.Row.IsFinished && (accepted.Count > 0 || !instance.HasStarted)
                ? StepAsync(session, instance, accepted, cancellation)
                : NoteAsync(session, instance, accepted, cancellation));
            if (messages.Exists(message => message.Recover))
            {
                await _followUp.RecoverAsync(session, instance, cancellation);
            }
        }

        // What came too late or twice. Its row, if any, would come back with every load.
        var ignored = messages.Except(accepted).Select(message => message.InboxKey).OfType<string>().ToList();
        await hub.Outage.RideAsync(
            token => hub.Instances.DeleteMessagesAsync(session.InstanceId, ignored, token), cancellation);
        Consume(messages);
        return false;
    }

    private static void Consume(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            message.Consumed?.Invoke();
        }
    }

    // An answer counts once and for the run that asked; a message counts once.
    private static List<Message> Accepted(StoredInstance instance, List<Message> messages)
    {
        var answered = new HashSet<int>();
        var received = new HashSet<string>();
        return messages.FindAll(message => message.Event switch
        {
            HistoryEvent.Answer answer =>
                message.Execution == instance.Row.Execution && instance.Open.Contains(answer.Id) && answered.Add(answer.Id),
            HistoryEvent.Inbound inbound =>
                !instance.Row.IsFinished && !instance.Open.Received.Contains(inbound.MessageId) && received.Add(inbound.MessageId),
            _ => false,
        });
    }

    private async Task StepAsync(Session session, StoredInstance instance, List<Message> accepted, CancellationToken cancellation)
    {
        var last = instance.History.OfType<HistoryEvent.StepStarted>().LastOrDefault()?.At ?? DateTime.MinValue;
        var now = hub.Clock.GetUtcNow().UtcDateTime;
        List<HistoryEvent> fresh = [new HistoryEvent.StepStarted(now > last ? now : last), .. accepted.Select(message => message.Event!)];
        var outcome = await Replayer.RunAsync(engine.Runtime, instance, fresh);
        var change = StepChange.Of(instance, fresh, outcome, now) with
        {
            Consumed = Rows(accepted),
            Delivered = outcome.Ending is Ending.StartedOver ? -1 : Delivered(session, instance),
        };
        var spans = StepSpans.Of(instance, fresh, outcome, now);
        var timers = await _followUp.PrepareAsync(session, instance, outcome, cancellation);
        await hub.Outage.RideAsync(token => hub.Instances.ChangeAsync(instance, change, token), cancellation);
        timers.ForEach(engine.Timers.Remove);
        session.IsFinished = instance.Row.IsFinished;
        hub.Signals.Tell(instance.Row);
        foreach (var span in spans)
        {
            span.Tell();
        }

        _followUp.Begin(session, instance, outcome);
    }

    // What needs no replay: late answers to a finished instance, and events to others that have arrived.
    private async Task NoteAsync(Session session, StoredInstance instance, List<Message> accepted, CancellationToken cancellation)
    {
        var row = instance.Row with { Change = Guid.NewGuid().ToString("N") };
        var change = new InstanceChange(row, [.. accepted.Select(message => message.Event!)])
        {
            Delivered = Delivered(session, instance),
        };
        if (accepted.Count > 0 || change.Delivered != instance.Delivered)
        {
            await hub.Outage.RideAsync(token => hub.Instances.ChangeAsync(instance, change, token), cancellation);
        }
    }

    private static List<string> Rows(List<Message> messages) => [.. messages.Select(message => message.InboxKey).OfType<string>()];

    private static int Delivered(Session session, StoredInstance instance) =>
        session.Sent.Execution == instance.Row.Execution && session.Sent.Underway == 0 ? session.Sent.Last : instance.Delivered;
}
