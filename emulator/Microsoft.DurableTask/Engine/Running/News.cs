using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Tells parents and children of an instance that it has ended.</summary>
internal sealed class News(HubEngine engine)
{
    /// <summary>Tells the parent, and the children when they are to end too.</summary>
    public void OfEnd(Session session, StoredInstance instance, InstanceRow row)
    {
        TellParent(session, row);
        if (instance.History.OfType<HistoryEvent.Terminated>().LastOrDefault() is { Recursive: true } terminated)
        {
            foreach (var sub in instance.Open.All.OfType<HistoryEvent.SubOrchestrationScheduled>())
            {
                Report(session, sub.InstanceId, new Message(terminated with { MessageId = $"{row.Execution}:end" }));
            }
        }
    }

    /// <summary>Tells the parent, if there is one, how its sub-orchestration ended.</summary>
    public void TellParent(Session session, InstanceRow row)
    {
        if (row.Parent is { } parent)
        {
            Report(session, parent.InstanceId, new Message(SubOrchestrations.Answer(row)) { Execution = parent.Execution });
        }
    }

    private void Report(Session session, string instanceId, Message message)
    {
        session.Start();
        engine.Post(instanceId, message with
        {
            Consumed = () =>
            {
                session.Done();
                engine.Settle(session);
            },
        });
    }
}
