using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Engine.History;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>The steps that an orchestrator decided on in one replay, held against the steps that its history knows.</summary>
internal sealed class Decisions
{
    // Made by the code and not (yet) met in history, by id. What is left at the end is new.
    private readonly SortedDictionary<int, HistoryEvent.Decision> _made = [];
    private readonly Dictionary<int, (string Name, TaskCompletionSource<string?> Answer)> _open = [];
    private readonly HashSet<int> _cancelledTimers = [];
    private int _nextId;

    public IReadOnlyCollection<HistoryEvent.Decision> New => _made.Values;

    public IReadOnlySet<int> CancelledTimers => _cancelledTimers;

    public bool AnyOpen => _open.Count > 0;

    public void Make(Func<int, HistoryEvent.Decision> decide)
    {
        var id = _nextId++;
        _made.Add(id, decide(id));
    }

    public Task<string?> MakeAndAwait(string name, Func<int, HistoryEvent.Decision> decide, CancellationToken cancellation = default)
    {
        var id = _nextId++;
        _made.Add(id, decide(id));
        var answer = new TaskCompletionSource<string?>();
        _open.Add(id, (name, answer));
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() => CancelTimer(id, cancellation));
        }

        return answer.Task;
    }

    /// <summary>History says that a step was decided: the code must have decided on the same one.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">It did not.</exception>
    public void Confirm(HistoryEvent.Decision recorded)
    {
        if (_made.Remove(recorded.Id, out var made) && string.Equals(made.Step, recorded.Step, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var now = made is null ? "the current code takes no such step (yet)" : $"the current code takes {made.Step} there";
        throw new NonDeterministicOrchestrationException(
            $"Non-Deterministic workflow detected: step #{recorded.Id} of this instance was {recorded.Step}, but {now}. "
            + "Was a change made to the orchestrator code after this instance had already started running?");
    }

    public void Answer(HistoryEvent.Answer answer)
    {
        // An answer to a timer that was cancelled, or a second one, finds nobody.
        if (!_open.Remove(answer.Id, out var open))
        {
            return;
        }

        switch (answer)
        {
            case HistoryEvent.TaskSucceeded succeeded:
                open.Answer.TrySetResult(succeeded.Result);
                break;
            case HistoryEvent.TaskFailed failed:
                open.Answer.TrySetException(new StepFailedException(open.Name, failed.Id, Failure.Parse(failed.Failure)));
                break;
            default:
                open.Answer.TrySetResult(null);
                break;
        }
    }

    private void CancelTimer(int id, CancellationToken cancellation)
    {
        if (_open.Remove(id, out var open))
        {
            _cancelledTimers.Add(id);
            open.Answer.TrySetCanceled(cancellation);
        }
    }
}
