using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>The steps of a history that have no answer yet, and the messages that it has received.</summary>
internal sealed class OpenSteps
{
    private readonly SortedDictionary<int, HistoryEvent.Decision> _open = [];
    private readonly HashSet<string> _received;

    public OpenSteps(IEnumerable<HistoryEvent> history, IEnumerable<string> received)
    {
        _received = [.. received];
        Add(history);
    }

    public IEnumerable<HistoryEvent.Decision> All => _open.Values;

    /// <summary>Ids of messages, so that a second delivery does not count.</summary>
    public IReadOnlySet<string> Received => _received;

    public bool Contains(int id) => _open.ContainsKey(id);

    public void Add(IEnumerable<HistoryEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case HistoryEvent.Decision decision and not HistoryEvent.EventSent:
                    _open.Add(decision.Id, decision);
                    break;
                case HistoryEvent.Answer answer:
                    _open.Remove(answer.Id);
                    break;
                case HistoryEvent.Inbound inbound:
                    _received.Add(inbound.MessageId);
                    break;
            }
        }
    }
}
