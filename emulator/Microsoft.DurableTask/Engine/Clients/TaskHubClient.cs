using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Engine.Tracing;
using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Engine.Clients;

/// <summary>The client of this project. Works on the hub's storage, through the engine when that runs in this process.</summary>
internal sealed partial class TaskHubClient(
    string name, TaskHub hub, IOptionsMonitor<DurableTaskClientOptions> options, IOptions<TaskHubOptions> hubOptions)
    : DurableTaskClient(name)
{
    private readonly HubCalls _calls = new(hub);
    private readonly DurableTaskClientOptions _options = options.Get(name);

    private DataConverter Converter => _options.DataConverter;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        var serialized = Payloads.Require(Converter.Serialize(input), $"input of orchestration '{orchestratorName}'");
        var version = options?.Version is { } requested ? requested.Version : DefaultVersion;
        var instanceId = options?.InstanceId ?? NewId();
        using var span = Traces.StartCreation(orchestratorName, version, instanceId);
        var row = NewRow(orchestratorName, instanceId, serialized) with
        {
            Version = version,
            Trace = span?.Id,
            StartAt = options?.StartAt,
            Tags = options?.Tags,
        };
        await StartAsync(row, DuplicateRule.Of(options?.DedupeStatuses), cancellation);
        return row.Id;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var payload = Payloads.Require(Converter.Serialize(eventPayload), $"payload of event '{eventName}'");
        using var span = Traces.StartRaise(eventName, instanceId);
        await RequireWaitingAsync(instanceId, eventName, cancellation);
        await _calls.SendAsync(instanceId, new HistoryEvent.EventRaised(NewId(), eventName, payload), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var output = Payloads.Require(Converter.Serialize(options?.Output), "output");
        return _calls.SendAsync(
            instanceId, new HistoryEvent.Terminated(NewId(), output, options?.Recursive ?? false), cancellation);
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return _calls.SendAsync(instanceId, new HistoryEvent.Suspended(NewId(), reason), cancellation);
    }

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return _calls.SendAsync(instanceId, new HistoryEvent.Resumed(NewId(), reason), cancellation);
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var found = await FindAsync(instanceId, withTexts: true, cancellation)
            ?? throw new ArgumentException($"An orchestration with the instanceId {instanceId} was not found.");
        var row = NewRow(found.Name, restartWithNewInstanceId ? NewId() : instanceId, found.Input) with
        {
            Version = found.Version,
            Tags = found.Tags,
        };
        try
        {
            await StartAsync(row, DuplicateRule.Default, cancellation);
            return row.Id;
        }
        catch (global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException running)
        {
            throw new InvalidOperationException($"An orchestration with the instanceId {instanceId} cannot be restarted.", running);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The Functions host looks first as well (<c>throwStatusExceptionsOnRaiseEvent</c> in host.json, which is true unless given).</summary>
    private async Task RequireWaitingAsync(string instanceId, string eventName, CancellationToken cancellation)
    {
        await hub.Storage.EnsureCreatedAsync(cancellation);
        if (await hub.Instances.FindAsync(instanceId, cancellation) is not { } found)
        {
            throw new RpcException(StatusCode.NotFound, $"No instance with ID '{instanceId}' was found.");
        }

        if (found.Row.IsFinished)
        {
            throw new RpcException(
                StatusCode.FailedPrecondition,
                $"Cannot raise event {eventName} for orchestration instance {instanceId} because instance is in {found.Row.Status} state");
        }
    }

    private static string NewId() => Guid.NewGuid().ToString("N");

    private string DefaultVersion => _options.DefaultVersion is { Length: > 0 } own ? own : hubOptions.Value.DefaultVersion ?? string.Empty;

    private InstanceRow NewRow(TaskName orchestrator, string instanceId, string? input)
    {
        var now = hub.Clock.GetUtcNow();
        return new()
        {
            Id = instanceId,
            Name = orchestrator.Name,
            Execution = NewId(),
            CreatedAt = now,
            UpdatedAt = now,
            Input = input,
            Change = NewId(),
        };
    }

    private async Task StartAsync(InstanceRow row, DuplicateRule rule, CancellationToken cancellation)
    {
        if (await _calls.CreateAsync(row, cancellation) is not { } existing)
        {
            return;
        }

        rule.Require(existing);
        if (!existing.IsFinished)
        {
            await TerminateInstanceAsync(
                row.Id, new TerminateInstanceOptions("A new instance with the same id takes its place."), cancellation);
            await WaitForInstanceCompletionAsync(row.Id, cancellation);
        }

        try
        {
            await _calls.ReplaceAsync(row, cancellation);
        }
        catch (ConflictException)
        {
            // Somebody else was first: their instance decides whether this one may come.
            await StartAsync(row, rule, cancellation);
        }
    }
}
