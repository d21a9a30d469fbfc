using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Brings events from one instance to another. The sender's history keeps an event until it has arrived.</summary>
internal sealed class Deliveries(TaskHub hub, HubEngine engine)
{
    /// <summary>Sends an event on its way.</summary>
    public void Send(Session session, InstanceRow row, HistoryEvent.EventSent sent)
    {
        session.Start();
        session.Send(row.Execution, sent.Id);
        engine.Post(sent.InstanceId, new Message(Raised(row, sent))
        {
            Consumed = () =>
            {
                session.Done();
                if (session.Arrived(row.Execution))
                {
                    // The next step notes it; when none comes by itself this one does.
                    engine.Post(session.InstanceId, new Message(null as HistoryEvent));
                }
            },
        });
    }

    /// <summary>Stores an event with its receiver, for a sender that will not remember it.</summary>
    public Task StoreAsync(InstanceRow row, HistoryEvent.EventSent sent, CancellationToken cancellation) => hub.Outage.RideAsync(
        token => engine.Intake.SendAsync(sent.InstanceId, Raised(row, sent), token), cancellation);

    private static HistoryEvent.EventRaised Raised(InstanceRow row, HistoryEvent.EventSent sent) =>
        new($"{row.Execution}:{sent.Id}", sent.Name, sent.Input);
}
