using Initiatiefloket.Flow;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Initiatives;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Tests.Workflow;

/// <summary>
/// An orchestration on a stage: steps answer what the test says, people act and time passes when the test says so, and all is played on
/// the thread of the test. It does not replay; that is for the tests of the road.
/// </summary>
internal sealed class StagedWorkflow : TaskOrchestrationContext
{
    private readonly StagedClock _clock = new();
    private readonly StagedEvents _events = new();
    private readonly Dictionary<string, Func<object?, object?>> _answers = [];
    private readonly List<(string Name, object? Input)> _steps = [];

    public StagedWorkflow() => On(nameof(CaseActivities.ReadCase), _ => Row);

    /// <summary>What the row of the case says.</summary>
    public CaseSnapshot Row { get; set; } = new(InitiativeState.InReview, null, null, false, 0, false, 0, null, false) { IsSetAsideByPeople = true };

    /// <summary>Names of the activities that were called, without looks at the row.</summary>
    public IReadOnlyList<string> Steps => [.. _steps.Select(step => step.Name).Where(name => name != nameof(CaseActivities.ReadCase))];

    /// <summary>How often the row was looked at.</summary>
    public int Looks => _steps.Count(step => step.Name == nameof(CaseActivities.ReadCase));

    public List<(string InstanceId, string EventName)> Sent { get; } = [];

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Timers that were neither cancelled nor due yet.</summary>
    public int OpenTimers => _clock.OpenTimers;

    public override TaskName Name => "Staged";

    public override string InstanceId => Cases.Id;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _clock.Now.UtcDateTime;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>What a step answers.</summary>
    public void On(string step, Func<object?, object?> answer) => _answers[step] = answer;

    /// <summary>The inputs that a step was called with.</summary>
    public IReadOnlyList<T> InputsOf<T>(string step) => [.. _steps.Where(called => called.Name == step).Select(called => (T)called.Input!)];

    /// <summary>Begins to play; goes on until the orchestration waits.</summary>
    public Task<T> Start<T>(Func<TaskOrchestrationContext, Task<T>> orchestration)
    {
        Task<T>? playing = null;
        Play(() => playing = orchestration(this));
        return playing!;
    }

    /// <summary>Somebody stored something and the event arrives.</summary>
    public void Raise(string eventName, CaseSnapshot? row = null)
    {
        Row = row ?? Row;
        Play(() => _events.Raise(eventName));
    }

    /// <summary>The applicant withdraws.</summary>
    public void Withdraw() => Raise(WorkflowEvents.Withdrawn, Row with { State = InitiativeState.Withdrawn });

    /// <summary>Time passes; timers fire one by one.</summary>
    public void PassTo(DateTimeOffset moment) => Play(() => _clock.PassTo(moment));

    /// <summary>The next timer fires before its time, as durable timers may.</summary>
    public void FireEarly(TimeSpan early) => Play(() => _clock.FireEarly(early));

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Assert.NotNull(options?.Retry);
        _steps.Add((name.Name, input));
        var isKnown = _answers.TryGetValue(name.Name, out var known);
        return isKnown || typeof(TResult) == typeof(object)
            ? Task.FromResult((TResult)known?.Invoke(input)!)
            : throw new InvalidOperationException($"The test does not say what {name.Name} answers.");
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException("No workflow has another in it.");

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) => _clock.WaitAsync(fireAt, cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        (Task<T>)(object)_events.WaitAsync(eventName);

    public override void SendEvent(string instanceId, string eventName, object payload) => Sent.Add((instanceId, eventName));

    public override T? GetInput<T>()
        where T : default => throw new NotSupportedException("The input is a parameter.");

    public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException("No workflow sets one.");

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        throw new NotSupportedException("No workflow starts over.");

    public override Guid NewGuid() => throw new NotSupportedException("No workflow needs one.");

    // Without the test runner's context what follows an await runs at once, on this thread.
    private static void Play(Action scene)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            scene();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
