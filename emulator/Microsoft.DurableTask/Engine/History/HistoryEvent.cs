using System.Text.Json.Serialization;

namespace Microsoft.DurableTask.Engine.History;

/// <summary>What happened to an instance, in order. Replaying these through the orchestrator gives its state back.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(StepStarted), "step")]
[JsonDerivedType(typeof(ActivityScheduled), "activity")]
[JsonDerivedType(typeof(SubOrchestrationScheduled), "sub")]
[JsonDerivedType(typeof(TimerScheduled), "timer")]
[JsonDerivedType(typeof(EventSent), "sent")]
[JsonDerivedType(typeof(TaskSucceeded), "ok")]
[JsonDerivedType(typeof(TaskFailed), "failed")]
[JsonDerivedType(typeof(TimerFired), "fired")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Terminated), "terminated")]
internal abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    /// <summary>The one text of an event that may be large, and is then kept in a blob.</summary>
    [JsonIgnore]
    public string? Payload => this switch
    {
        ActivityScheduled activity => activity.Input,
        SubOrchestrationScheduled sub => sub.Input,
        EventSent sent => sent.Input,
        TaskSucceeded succeeded => succeeded.Result,
        TaskFailed failed => failed.Failure,
        EventRaised raised => raised.Input,
        Terminated terminated => terminated.Output,
        _ => null,
    };

    public HistoryEvent WithPayload(string? payload) => ReferenceEquals(payload, Payload) ? this : this switch
    {
        ActivityScheduled activity => activity with { Input = payload },
        SubOrchestrationScheduled sub => sub with { Input = payload },
        EventSent sent => sent with { Input = payload },
        TaskSucceeded succeeded => succeeded with { Result = payload },
        TaskFailed failed => failed with { Failure = payload! },
        EventRaised raised => raised with { Input = payload },
        Terminated terminated => terminated with { Output = payload },
        _ => this,
    };

    public sealed record StepStarted(DateTime At) : HistoryEvent;

    /// <summary>A step that the orchestrator decided on. Ids count from 0 and are the same at every replay.</summary>
    public abstract record Decision(int Id) : HistoryEvent
    {
        /// <summary>How the step is called in an error message; two decisions are the same step when these are equal.</summary>
        [JsonIgnore]
        public string Step => this switch
        {
            ActivityScheduled activity => $"activity '{activity.Name}'",
            SubOrchestrationScheduled sub => $"sub-orchestration '{sub.Name}'",
            EventSent sent => $"event '{sent.Name}' to '{sent.InstanceId}'",
            _ => "timer",
        };
    }

    public sealed record ActivityScheduled(int Id, string Name, string Version, string? Input) : Decision(Id);

    public sealed record SubOrchestrationScheduled(
        int Id, string Name, string InstanceId, string Version, string? Input, IDictionary<string, string>? Tags) : Decision(Id);

    public sealed record TimerScheduled(int Id, DateTime FireAt) : Decision(Id);

    public sealed record EventSent(int Id, string InstanceId, string Name, string? Input) : Decision(Id);

    /// <summary>An answer to a decision.</summary>
    public abstract record Answer(int Id) : HistoryEvent;

    public sealed record TaskSucceeded(int Id, string? Result) : Answer(Id);

    public sealed record TaskFailed(int Id, string Failure) : Answer(Id);

    public sealed record TimerFired(int Id) : Answer(Id);

    /// <summary>A message from a client or another instance. Its id makes a second delivery recognisable.</summary>
    public abstract record Inbound(string MessageId) : HistoryEvent;

    public sealed record EventRaised(string MessageId, string Name, string? Input) : Inbound(MessageId);

    public sealed record Suspended(string MessageId, string? Reason) : Inbound(MessageId);

    public sealed record Resumed(string MessageId, string? Reason) : Inbound(MessageId);

    public sealed record Terminated(string MessageId, string? Output, bool Recursive) : Inbound(MessageId);
}
