using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.Testing;

/// <summary>The messages between orchestrations, activities, timers and clients on <see cref="TestDurable"/>, in the words of the durable protocol.</summary>
internal static class TestMessages
{
    /// <summary>What history keeps of an orchestrator's decision.</summary>
    public static HistoryEvent Entry(OrchestratorAction action)
    {
        var entry = new HistoryEvent { EventId = action.Id };
        switch (action.OrchestratorActionTypeCase)
        {
            case OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask:
                var task = action.ScheduleTask;
                entry.TaskScheduled = new() { Name = task.Name, Version = task.Version, Input = task.Input, Tags = { task.Tags } };
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer:
                entry.TimerCreated = new() { FireAt = action.CreateTimer.FireAt };
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration:
                var sub = action.CreateSubOrchestration;
                entry.SubOrchestrationInstanceCreated = new() { InstanceId = sub.InstanceId, Name = sub.Name, Version = sub.Version, Input = sub.Input, Tags = { sub.Tags } };
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent:
                var sent = action.SendEvent;
                entry.EventSent = new() { InstanceId = sent.Instance.InstanceId, Name = sent.Name, Input = sent.Data };
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration:
                var end = action.CompleteOrchestration;
                entry.ExecutionCompleted = new() { OrchestrationStatus = end.OrchestrationStatus, Result = end.Result, FailureDetails = end.FailureDetails };
                break;
            default:
                throw new NotSupportedException($"{action.OrchestratorActionTypeCase} is not something that this back end does.");
        }

        return entry;
    }

    public static HistoryEvent Raised(string name, string? input) => new() { EventRaised = new() { Name = name, Input = input } };

    public static HistoryEvent Fired(int timerId, Timestamp fireAt) => new() { TimerFired = new() { FireAt = fireAt, TimerId = timerId } };

    public static HistoryEvent Answered(int taskId, string? result) => new() { TaskCompleted = new() { TaskScheduledId = taskId, Result = result } };

    public static HistoryEvent Failed(int taskId, TaskFailureDetails? failure) => new() { TaskFailed = new() { TaskScheduledId = taskId, FailureDetails = failure } };

    /// <summary>The start of the orchestration that another one asked for.</summary>
    public static ExecutionStartedEvent Child(OrchestratorAction action, OrchestrationState parent, string parentExecution)
    {
        var sub = action.CreateSubOrchestration;
        return new()
        {
            Name = sub.Name,
            Version = sub.Version,
            Input = sub.Input,
            OrchestrationInstance = new() { InstanceId = sub.InstanceId },
            ParentInstance = new()
            {
                TaskScheduledId = action.Id,
                Name = parent.Name,
                Version = parent.Version,
                OrchestrationInstance = new() { InstanceId = parent.InstanceId, ExecutionId = parentExecution },
            },
            Tags = { sub.Tags },
        };
    }

    /// <summary>The real extension mixes up two instances of one id; here that is a failure which says what is wrong.</summary>
    public static HistoryEvent ChildExists(OrchestratorAction action) => ChildFailed(action.Id, new()
    {
        ErrorType = typeof(InvalidOperationException).FullName,
        ErrorMessage = $"There is a running instance {action.CreateSubOrchestration.InstanceId}.",
    });

    public static HistoryEvent ChildEnded(int taskId, CompleteOrchestrationAction end) => end.OrchestrationStatus == OrchestrationStatus.Completed
        ? new HistoryEvent { SubOrchestrationInstanceCompleted = new() { TaskScheduledId = taskId, Result = end.Result } }
        : ChildFailed(taskId, end.FailureDetails);

    private static HistoryEvent ChildFailed(int taskId, TaskFailureDetails? failure) =>
        new() { SubOrchestrationInstanceFailed = new() { TaskScheduledId = taskId, FailureDetails = failure } };
}
