using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Engine.Tracing;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Starts sub-orchestrations, once, and turns their endings into answers.</summary>
internal sealed class SubOrchestrations(TaskHub hub, HubEngine engine)
{
    public static HistoryEvent.Answer Answer(InstanceRow child)
    {
        var id = child.Parent!.TaskId;
        return child.Status switch
        {
            OrchestrationRuntimeStatus.Completed => new HistoryEvent.TaskSucceeded(id, child.Output),
            OrchestrationRuntimeStatus.Failed => new HistoryEvent.TaskFailed(id, child.Failure!),
            _ => Failed(id, "OrchestrationTerminated", $"The sub-orchestration '{child.Name}' with ID '{child.Id}' was terminated."),
        };
    }

    /// <summary>Starts a sub-orchestration in the background of its parent's session.</summary>
    public async Task StartAsync(Session session, InstanceRow parent, HistoryEvent.SubOrchestrationScheduled sub)
    {
        try
        {
            await EnsureAsync(parent, sub, engine.Stopping);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            // Storage refuses it for good, such as an id that cannot be a key: that is the answer.
            var failure = Failure.From(unexpected, engine.Runtime.Properties);
            Tell(parent, new HistoryEvent.TaskFailed(sub.Id, failure.Write()));
        }

        session.Done();
        engine.Settle(session);
    }

    /// <summary>Makes sure that a sub-orchestration runs or has run. When it has run already its answer is given (again).</summary>
    public async Task EnsureAsync(InstanceRow parent, HistoryEvent.SubOrchestrationScheduled sub, CancellationToken cancellation)
    {
        var child = Child(parent, sub);
        var existing = await hub.Outage.RideAsync(token => engine.Intake.CreateAsync(child, token), cancellation);
        if (existing is null)
        {
            return;
        }

        if (existing.Parent == child.Parent)
        {
            // It was started before. An ending that the parent may have missed is told again.
            if (existing.IsFinished)
            {
                Tell(parent, Answer(await hub.Outage.RideAsync(token => hub.Instances.FillAsync(existing, token), cancellation)));
            }
        }
        else if (existing.IsFinished)
        {
            await ReplaceAsync(parent, sub, child, cancellation);
        }
        else
        {
            const string type = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";
            Tell(parent, Failed(sub.Id, type, $"An orchestration with ID '{sub.InstanceId}' exists and is {existing.Status}."));
        }
    }

    private async Task ReplaceAsync(
        InstanceRow parent, HistoryEvent.SubOrchestrationScheduled sub, InstanceRow child, CancellationToken cancellation)
    {
        try
        {
            await hub.Outage.RideAsync(token => engine.Intake.ReplaceAsync(child, token), cancellation);
        }
        catch (ConflictException)
        {
            // Something happened to the old one meanwhile: look again.
            await EnsureAsync(parent, sub, cancellation);
        }
    }

    private void Tell(InstanceRow parent, HistoryEvent.Answer answer) =>
        engine.Post(parent.Id, new Message(answer) { Execution = parent.Execution });

    private static HistoryEvent.TaskFailed Failed(int id, string type, string message) => new(id, new Failure(type, message).Write());

    private InstanceRow Child(InstanceRow parent, HistoryEvent.SubOrchestrationScheduled sub)
    {
        var now = hub.Clock.GetUtcNow();
        return new()
        {
            Id = sub.InstanceId,
            Name = sub.Name,
            Version = sub.Version,
            Execution = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
            UpdatedAt = now,
            Input = sub.Input,
            Tags = sub.Tags?.ToDictionary(),
            Parent = new(parent.Id, parent.Name, parent.Execution, sub.Id),
            Trace = Traces.OfChild(parent.Trace, parent.Execution, sub.Id),
            Change = Guid.NewGuid().ToString("N"),
        };
    }
}
