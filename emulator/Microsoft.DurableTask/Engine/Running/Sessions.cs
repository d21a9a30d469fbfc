using System.Collections.Concurrent;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>The instances in memory: those with something going on, and some that were a moment ago.</summary>
internal sealed class Sessions
{
    private const int MaxQuiet = 1_000;

    private readonly ConcurrentDictionary<string, Session> _all = new();
    private readonly ConcurrentQueue<Session> _quiet = new();

    public Session GetOrAdd(string instanceId) => _all.GetOrAdd(instanceId, id => new Session(id));

    /// <summary>Lets go of an instance that is finished, and of quiet ones beyond a number.</summary>
    public void Quieten(Session session)
    {
        if (session.IsFinished)
        {
            Evict(session);
            return;
        }

        _quiet.Enqueue(session);
        while (_quiet.Count > MaxQuiet && _quiet.TryDequeue(out var longest))
        {
            Evict(longest);
        }
    }

    private void Evict(Session session)
    {
        if (session.TryEvict())
        {
            _all.TryRemove(KeyValuePair.Create(session.InstanceId, session));
        }
    }
}
