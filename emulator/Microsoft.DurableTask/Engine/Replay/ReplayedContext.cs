using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Replay;

/// <summary>The context that orchestrators see. Belongs to one replay.</summary>
internal sealed partial class ReplayedContext(
    InstanceRow instance,
    DurableTaskWorkerOptions options,
    ILoggerFactory loggers,
    PumpSynchronizationContext pump) : TaskOrchestrationContext
{
    private int _guids;
    private object? _customStatus;
    private DateTime _now;
    private bool _isReplaying;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override string Version => instance.Version;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    public Decisions Decisions { get; } = new();

    public ExternalEvents Events { get; } = new(options.DataConverter);

    public Ending.StartedOver? NextRun { get; private set; }

    public object? Input { get; set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    private DataConverter Converter => options.DataConverter;

    public void MoveTo(DateTime now) => _now = now;

    public void SetReplaying(bool isReplaying) => _isReplaying = isReplaying;

    public string? SerializeCustomStatus() => Payloads.Require(Converter.Serialize(_customStatus), "custom status");

    public override T GetInput<T>() => Input is T typed ? typed : Converter.Deserialize<T>(instance.Input)!;

    public override void SetCustomStatus(object? customStatus)
    {
        RequireOwnThread();
        _customStatus = customStatus;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        RequireOwnThread();
        return Events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        RequireOwnThread();
        var input = Payloads.Require(Converter.Serialize(payload), $"payload of event '{eventName}'");
        Decisions.Make(id => new HistoryEvent.EventSent(id, instanceId, eventName, input));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireOwnThread();
        var version = string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion;
        var input = Payloads.Require(Converter.Serialize(options.NewInput), "input of the next run");
        NextRun = new(input, version, options.PreserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        RequireOwnThread();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{InstanceId}_{_now:o}_{_guids++}"));
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: made by a rule of our own
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private void RequireOwnThread()
    {
        if (!pump.IsPumping)
        {
            throw new InvalidOperationException(
                "Multithreaded execution was detected. This can happen if the orchestrator code awaits a task that was not created "
                + $"by its {nameof(TaskOrchestrationContext)}, or uses ConfigureAwait(false).");
        }
    }
}
