using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>Runs an orchestrator through its history and on through what is new, until it waits or ends. Used once.</summary>
internal sealed class OrchestrationReplay
{
    private readonly InstanceRow _instance;
    private readonly OrchestratorRun _orchestrator;
    private readonly IExceptionPropertiesProvider? _properties;
    private readonly ILogger _logger;
    private readonly PumpSynchronizationContext _pump = new();
    private readonly ReplayedContext _context;
    private readonly List<HistoryEvent> _heldWhileSuspended = [];
    private Task<string?>? _run;
    private bool _isSuspended;
    private Ending? _ending;

    public OrchestrationReplay(
        InstanceRow instance,
        ITaskOrchestrator orchestrator,
        DurableTaskWorkerOptions options,
        ILoggerFactory loggers,
        IExceptionPropertiesProvider? properties)
    {
        _instance = instance;
        _properties = properties;
        _logger = loggers.CreateLogger("Microsoft.DurableTask.Worker.Orchestrations");
        _context = new ReplayedContext(instance, options, loggers, _pump);
        _orchestrator = new(instance, orchestrator, options.DataConverter, _context, _logger);
    }

    public StepOutcome Run(IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> fresh)
    {
        try
        {
            _context.SetReplaying(true);
            Apply(past);
            _context.SetReplaying(false);
            Apply(fresh);
            Finish();
            return Outcome(_context.SerializeCustomStatus());
        }
        catch (Exception unplayable)
        {
            // Code that no longer fits the history, or a custom status that cannot be written: this instance ends, others go on.
            return new StepOutcome([], _context.Decisions.CancelledTimers, null, false, Fail(unplayable));
        }
    }

    private void Apply(IReadOnlyList<HistoryEvent> events)
    {
        foreach (var happened in events)
        {
            if (_ending is null)
            {
                Apply(happened);
            }
        }
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case HistoryEvent.StepStarted step:
                _context.MoveTo(step.At);
                if (_run is null)
                {
                    _pump.Run(() => _run = _orchestrator.RunAsync());
                }

                break;
            case HistoryEvent.Decision decision:
                _context.Decisions.Confirm(decision);
                break;
            case HistoryEvent.Terminated terminated:
                _ending = new Ending.Terminated(terminated.Output, terminated.Recursive);
                break;
            case HistoryEvent.Suspended:
                _isSuspended = true;
                break;
            case HistoryEvent.Resumed:
                Resume();
                break;
            default:
                Receive(happened);
                break;
        }
    }

    private void Resume()
    {
        _isSuspended = false;
        HistoryEvent[] held = [.. _heldWhileSuspended];
        _heldWhileSuspended.Clear();
        Array.ForEach(held, Receive);
    }

    private void Receive(HistoryEvent happened)
    {
        if (_isSuspended)
        {
            _heldWhileSuspended.Add(happened);
        }
        else if (happened is HistoryEvent.EventRaised raised)
        {
            _pump.Run(() => _context.Events.Raise(raised.Name, raised.Input));
        }
        else if (happened is HistoryEvent.Answer answer)
        {
            _pump.Run(() => _context.Decisions.Answer(answer));
        }
    }

    private void Finish()
    {
        if (_ending is not null || _run is null)
        {
            return;
        }

        if (_run.IsFaulted || _run.IsCanceled)
        {
            // Whatever user code throws is the failure of its orchestration.
            _ending = Fail(_run.Exception?.InnerException ?? new TaskCanceledException(_run));
        }
        else if (_run.IsCompleted)
        {
            _ending = _context.NextRun is { } next
                ? next with { Events = next.Preserve ? _context.Events.Kept : [] }
                : new Ending.Completed(_run.Result);
        }
        else if (!_isSuspended && !_context.Decisions.AnyOpen && !_context.Events.AnyWaiting)
        {
            EngineLog.OrchestrationWaitsForNothing(_logger, _instance.Id, _instance.Name);
        }
    }

    private Ending.Failed Fail(Exception exception) => new(Failure.From(exception, _properties));

    // A terminated run decides nothing any more.
    private StepOutcome Outcome(string? customStatus) => new(
        _ending is Ending.Terminated ? [] : [.. _context.Decisions.New],
        _context.Decisions.CancelledTimers,
        customStatus,
        _isSuspended,
        _ending);
}
