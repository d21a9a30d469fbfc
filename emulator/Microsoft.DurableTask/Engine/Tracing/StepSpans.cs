using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Storage;

namespace Microsoft.DurableTask.Engine.Tracing;

/// <summary>The spans that end with a step of an instance.</summary>
internal sealed class StepSpans
{
    private readonly InstanceRow _row;
    private readonly ActivityContext _origin;
    private readonly DateTime _now;
    private readonly DateTime _begun;
    private readonly Dictionary<int, (HistoryEvent.Decision Decision, DateTime At)> _steps = [];

    private StepSpans(InstanceRow row, ActivityContext origin, IReadOnlyList<HistoryEvent> history, DateTime now)
    {
        (_row, _origin, _now) = (row, origin, now);
        var at = now;
        foreach (var happened in history)
        {
            at = happened is HistoryEvent.StepStarted step ? step.At : at;
            if (happened is HistoryEvent.Decision decision)
            {
                _steps[decision.Id] = (decision, at);
            }
        }

        _begun = history.OfType<HistoryEvent.StepStarted>().FirstOrDefault()?.At ?? now;
    }

    /// <summary>To be asked for before the step is stored, and told after.</summary>
    public static IReadOnlyList<Span> Of(StoredInstance instance, List<HistoryEvent> fresh, StepOutcome outcome, DateTime now)
    {
        if (!Traces.AreOn || Traces.Parse(instance.Row.Trace) is not { } origin)
        {
            return [];
        }

        var spans = new StepSpans(instance.Row, origin, [.. instance.History, .. fresh], now);
        var ended = fresh.OfType<HistoryEvent.Answer>().Select(spans.Ended).OfType<Span>();
        var sent = outcome.Decisions.OfType<HistoryEvent.EventSent>().Select(spans.Sent);
        return outcome.Ending is { } ending ? [.. ended, .. sent, spans.Run(ending)] : [.. ended, .. sent];
    }

    private Span? Ended(HistoryEvent.Answer answer)
    {
        var (decision, at) = _steps.GetValueOrDefault(answer.Id);
        var span = decision switch
        {
            HistoryEvent.ActivityScheduled activity => Within(
                answer.Id,
                Traces.Title(Traces.ActivityType, activity.Name, activity.Version),
                ActivityKind.Client,
                Traces.ActivityTags(_row.Id, activity)),
            HistoryEvent.SubOrchestrationScheduled sub => Within(
                answer.Id,
                Traces.Title(Traces.Orchestration, sub.Name, sub.Version),
                ActivityKind.Client,
                Traces.Tags(Traces.Orchestration, sub.Name, sub.Version, _row.Id)),
            HistoryEvent.TimerScheduled timer => Within(
                answer.Id, $"{Traces.Title(Traces.Orchestration, _row.Name, _row.Version)}:timer", ActivityKind.Internal, Tags(timer)),
            _ => null,
        };
        var error = answer is HistoryEvent.TaskFailed failed ? Failure.Parse(failed.Failure).Message : null;
        return span is null ? null : span with { From = at, Error = error };
    }

    private Span Sent(HistoryEvent.EventSent sent) => Within(
        sent.Id,
        Traces.EventTitle(sent.Name),
        ActivityKind.Producer,
        [.. Traces.EventTags(sent.Name, sent.InstanceId), new("durabletask.task.instance_id", _row.Id)]);

    private Span Run(Ending ending)
    {
        var status = ending is Ending.StartedOver ? "ContinuedAsNew" : ending.GetType().Name;
        var tags = Traces.Tags(Traces.Orchestration, _row.Name, _row.Version, _row.Id);
        tags.Add(new("durabletask.task.status", status));
        var id = Traces.Run(_origin, _row.Execution).SpanId;
        var name = Traces.Title(Traces.Orchestration, _row.Name, _row.Version);
        return new(name, ActivityKind.Server, _origin, id, _begun, _now, tags)
        {
            Error = (ending as Ending.Failed)?.Failure.Message,
        };
    }

    private Span Within(int step, string name, ActivityKind kind, IEnumerable<KeyValuePair<string, object?>> tags) => new(
        name,
        kind,
        Traces.Run(_origin, _row.Execution),
        Traces.Step(_origin, _row.Execution, step).SpanId,
        _now,
        _now,
        tags);

    private List<KeyValuePair<string, object?>> Tags(HistoryEvent.TimerScheduled timer)
    {
        var tags = Traces.Tags("timer", _row.Name, _row.Version, _row.Id);
        tags.Add(new("durabletask.fire_at", timer.FireAt.ToString("O", CultureInfo.InvariantCulture)));
        tags.Add(new("durabletask.task.task_id", timer.Id));
        return tags;
    }
}
