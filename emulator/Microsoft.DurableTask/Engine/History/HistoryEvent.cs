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
    public virtual string? Payload => null;

    public virtual HistoryEvent WithPayload(string? payload) => this;

    public sealed record StepStarted(DateTime At) : HistoryEvent;

    /// <summary>A step that the orchestrator decided on. Ids count from 0 and are the same at every replay.</summary>
    public abstract record Decision(int Id) : HistoryEvent
    {
        /// <summary>How the step is called in an error message; two decisions are the same step when these are equal.</summary>
        [JsonIgnore]
        public abstract string Step { get; }
    }

    public sealed record ActivityScheduled(int Id, string Name, string Version, string? Input) : Decision(Id)
    {
        public override string Step => $"activity '{Name}'";

        public override string? Payload => Input;

        public override HistoryEvent WithPayload(string? payload) => this with { Input = payload };
    }

    public sealed record SubOrchestrationScheduled(
        int Id, string Name, string InstanceId, string Version, string? Input, IDictionary<string, string>? Tags) : Decision(Id)
    {
        public override string Step => $"sub-orchestration '{Name}'";

        public override string? Payload => Input;

        public override HistoryEvent WithPayload(string? payload) => this with { Input = payload };
    }

    public sealed record TimerScheduled(int Id, DateTime FireAt) : Decision(Id)
    {
        public override string Step => "timer";
    }

    public sealed record EventSent(int Id, string InstanceId, string Name, string? Input) : Decision(Id)
    {
        public override string Step => $"event '{Name}' to '{InstanceId}'";

        public override string? Payload => Input;

        public override HistoryEvent WithPayload(string? payload) => this with { Input = payload };
    }

    /// <summary>An answer to a decision.</summary>
    public abstract record Answer(int Id) : HistoryEvent;

    public sealed record TaskSucceeded(int Id, string? Result) : Answer(Id)
    {
        public override string? Payload => Result;

        public override HistoryEvent WithPayload(string? payload) => this with { Result = payload };
    }

    public sealed record TaskFailed(int Id, string Failure) : Answer(Id)
    {
        public override string? Payload => Failure;

        public override HistoryEvent WithPayload(string? payload) => this with { Failure = payload! };
    }

    public sealed record TimerFired(int Id) : Answer(Id);

    /// <summary>A message from a client or another instance. Its id makes a second delivery recognisable.</summary>
    public abstract record Inbound(string MessageId) : HistoryEvent;

    public sealed record EventRaised(string MessageId, string Name, string? Input) : Inbound(MessageId)
    {
        public override string? Payload => Input;

        public override HistoryEvent WithPayload(string? payload) => this with { Input = payload };
    }

    public sealed record Suspended(string MessageId, string? Reason) : Inbound(MessageId);

    public sealed record Resumed(string MessageId, string? Reason) : Inbound(MessageId);

    public sealed record Terminated(string MessageId, string? Output, bool Recursive) : Inbound(MessageId)
    {
        public override string? Payload => Output;

        public override HistoryEvent WithPayload(string? payload) => this with { Output = payload };
    }
}
