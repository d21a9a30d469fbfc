using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>An instance in memory: its messages, and what it has going on. One step at a time.</summary>
internal sealed class Session(string instanceId)
{
    private readonly Lock _lock = new();
    private readonly List<Message> _mailbox = [];
    private bool _isScheduled;
    private bool _isEvicted;
    private int _outstanding;

    public string InstanceId { get; } = instanceId;

    /// <summary>The instance as stored; null when it has to be loaded. Only the step that runs may use it.</summary>
    public StoredInstance? Instance { get; set; }

    /// <summary>Whether nothing will happen to the instance any more, or there is none.</summary>
    public bool IsFinished { get; set; }

    /// <summary>Whether the last step failed for a reason that the engine does not know.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether the work index marks the instance as busy for this session.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The activities that are queued or run, so that taking up work twice does no harm.</summary>
    public HashSet<(string Execution, int Id)> Activities { get; } = [];

    /// <summary>The events to other instances of a run that are on their way, and the last one.</summary>
    public (string? Execution, int Underway, int Last) Sent { get; private set; } = (null, 0, -1);

    /// <summary>Adds a message; false when the session is gone. The session is to be scheduled when <paramref name="schedule"/> is set.</summary>
    public bool TryPost(Message message, out bool schedule)
    {
        lock (_lock)
        {
            schedule = !_isEvicted && !_isScheduled;
            if (!_isEvicted)
            {
                _mailbox.Add(message);
                _isScheduled = true;
            }

            return !_isEvicted;
        }
    }

    /// <summary>Messages from storage that are not in the mailbox already.</summary>
    public List<Message> Unknown(IEnumerable<InboxMessage> inbox)
    {
        lock (_lock)
        {
            var known = _mailbox.Select(message => message.InboxKey).ToHashSet();
            return [.. inbox.Where(message => !known.Contains(message.RowKey))
                .Select(message => new Message(message.Event) { InboxKey = message.RowKey })];
        }
    }

    /// <summary>Puts back what is too much for one step: the last events, and with them all wake-ups, which stand for more to come.</summary>
    public void PutBack(List<Message> messages, int most)
    {
        var tooMany = messages.Where(message => message.Event is not null).Skip(most).ToHashSet(ReferenceEqualityComparer.Instance);
        if (most == 0 || tooMany.Count > 0)
        {
            var rest = messages.FindAll(message => message.Event is null || tooMany.Contains(message));
            messages.RemoveAll(rest.Contains);
            lock (_lock)
            {
                _mailbox.InsertRange(0, rest);
            }
        }
    }

    /// <summary>Takes messages. Wake-ups stay until everything else fits, because they stand for what is still in storage.</summary>
    public List<Message> Take(int most)
    {
        lock (_lock)
        {
            var events = _mailbox.Where(message => message.Event is not null).Take(most + 1).ToList();
            var taken = events.Count > most ? events[..most] : _mailbox.ToList();
            _mailbox.RemoveAll(taken.ToHashSet(ReferenceEqualityComparer.Instance).Contains);
            return taken;
        }
    }

    /// <summary>Counts work that the instance waits for.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _outstanding++;
        }
    }

    /// <summary>Counts work as done.</summary>
    public void Done()
    {
        lock (_lock)
        {
            _outstanding--;
        }
    }

    public void Send(string execution, int id)
    {
        lock (_lock)
        {
            Sent = (execution, Sent.Execution == execution ? Sent.Underway + 1 : 1, id);
        }
    }

    /// <summary>Counts an event as arrived. True when it was the last one on its way.</summary>
    public bool Arrived(string execution)
    {
        lock (_lock)
        {
            var isCurrent = Sent.Execution == execution;
            Sent = Sent with { Underway = isCurrent ? Sent.Underway - 1 : Sent.Underway };
            return isCurrent && Sent.Underway == 0;
        }
    }

    /// <summary>Ends a step. True when another one is to be scheduled.</summary>
    public bool EndStep(bool isParked)
    {
        lock (_lock)
        {
            return _isScheduled = _mailbox.Count > 0 && !isParked;
        }
    }

    /// <summary>True when the instance waits for nothing of its own and was held until now.</summary>
    public bool TryRelease()
    {
        lock (_lock)
        {
            var releases = IsHeld && _outstanding == 0 && !_isScheduled;
            IsHeld &= !releases;
            return releases;
        }
    }

    public bool TryEvict()
    {
        lock (_lock)
        {
            return _isEvicted = _outstanding == 0 && !_isScheduled && _mailbox.Count == 0 && !IsHeld;
        }
    }
}
