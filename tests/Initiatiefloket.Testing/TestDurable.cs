using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Initiatiefloket.DevHost;
using Initiatiefloket.DevHost.Protocol;
using RpcException = Grpc.Core.RpcException;
using Microsoft.DurableTask.Protobuf;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Initiatiefloket.Testing;

/// <summary>Durable orchestrations in memory on a clock of the test's: history and messages are here, replay and decisions are the real worker's.</summary>
internal sealed class TestDurable(TimeProvider clock, string version)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Instance> _instances = [];
    private int _busy;
    private TaskCompletionSource _idle = Done();

    private TaskCompletionSource<Worker> _worker = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gives it the worker that runs the functions; what waited for one goes on.</summary>
    public void Attach(Worker worker)
    {
        lock (_lock)
        {
            _worker.TrySetResult(worker);
            foreach (var instance in _instances.Values.Where(i => !i.Running && i.Inbox.Count > 0 && !i.Ended))
            {
                instance.Running = true;
                Run(() => StepAsync(instance));
            }
        }
    }

    /// <summary>The app stops: from now on everything waits for the next worker.</summary>
    public void Detach()
    {
        lock (_lock)
        {
            _worker = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Ends when nothing runs: no orchestrator, no activity; only timers and events are waited for.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
        {
            return _idle.Task;
        }
    }

    public Instance? Find(string id)
    {
        lock (_lock)
        {
            return _instances.GetValueOrDefault(id);
        }
    }

    public IReadOnlyList<Instance> All()
    {
        lock (_lock)
        {
            return [.. _instances.Values];
        }
    }

    public bool Start(string id, string name, string? input, ParentInstanceInfo? parent = null)
    {
        lock (_lock)
        {
            if (_instances.TryGetValue(id, out var before) && !before.Ended)
            {
                return false;
            }

            var instance = new Instance(id, name, input, Now()) { Parent = parent };
            _instances[id] = instance;
            Begin(instance, input);
            return true;
        }
    }

    public bool Send(string id, HistoryEvent message)
    {
        lock (_lock)
        {
            if (!_instances.TryGetValue(id, out var instance) || instance.Ended)
            {
                return false;
            }

            message.EventId = -1;
            message.Timestamp = Now();
            instance.Inbox.Add(message);
            if (!instance.Running)
            {
                instance.Running = true;
                Run(() => StepAsync(instance));
            }

            return true;
        }
    }

    public int Purge(string id)
    {
        lock (_lock)
        {
            return _instances.TryGetValue(id, out var instance) && instance.Ended && _instances.Remove(id) ? 1 : 0;
        }
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(clock.GetUtcNow());

    private void Begin(Instance instance, string? input)
    {
        instance.ExecutionId = Guid.NewGuid().ToString("N");
        instance.History.Clear();
        Send(instance.Id, new HistoryEvent
        {
            ExecutionStarted = new ExecutionStartedEvent
            {
                Name = instance.Name,
                Version = version,
                Input = input,
                OrchestrationInstance = new OrchestrationInstance { InstanceId = instance.Id, ExecutionId = instance.ExecutionId },
                ParentInstance = instance.Parent,
            },
        });
    }

    /// <summary>Runs something that has to end before there is peace.</summary>
    private void Run(Func<Task> work)
    {
        lock (_lock)
        {
            if (_busy++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _ = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            finally
            {
                lock (_lock)
                {
                    if (--_busy == 0)
                    {
                        _idle.SetResult();
                    }
                }
            }
        });
    }

    private async Task StepAsync(Instance instance)
    {
        OrchestratorRequest request;
        lock (_lock)
        {
            request = new OrchestratorRequest { InstanceId = instance.Id, ExecutionId = instance.ExecutionId };
            request.PastEvents.AddRange(instance.History);
            request.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = Now(), OrchestratorStarted = new() });
            request.NewEvents.AddRange(instance.Inbox);
            instance.Inbox.Clear();
        }

        OrchestratorResponse response;
        try
        {
            var result = await InvokeAsync(instance.Name, Convert.ToBase64String(request.ToByteArray()), instance.Id);
            response = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(result!.String));
        }
        catch (WorkerProcessExitException)
        {
            // The app stopped meanwhile; the step is taken again by the next one.
            lock (_lock)
            {
                instance.Inbox.InsertRange(0, request.NewEvents.Skip(1));
                instance.Running = _worker.Task.IsCompleted;
                if (instance.Running)
                {
                    Run(() => StepAsync(instance));
                }
            }

            return;
        }

        lock (_lock)
        {
            instance.Updated = Now();
            instance.CustomStatus = response.CustomStatus;
            instance.History.AddRange(request.NewEvents);
            CompleteOrchestrationAction? end = null;
            foreach (var action in response.Actions)
            {
                Take(instance, action, ref end);
            }

            instance.History.Add(new HistoryEvent { EventId = -1, Timestamp = Now(), OrchestratorCompleted = new() });
            instance.Running = false;
            if (end is not null)
            {
                End(instance, end);
            }

            if (instance.Inbox.Count > 0 && !instance.Running && !instance.Ended)
            {
                instance.Running = true;
                Run(() => StepAsync(instance));
            }
        }
    }

    private void Take(Instance instance, OrchestratorAction action, ref CompleteOrchestrationAction? end)
    {
        var entry = new HistoryEvent { EventId = action.Id, Timestamp = Now() };
        switch (action.OrchestratorActionTypeCase)
        {
            case OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask:
                entry.TaskScheduled = new() { Name = action.ScheduleTask.Name, Version = action.ScheduleTask.Version, Input = action.ScheduleTask.Input };
                Run(() => ActAsync(instance, action.Id, action.ScheduleTask));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer:
                entry.TimerCreated = new() { FireAt = action.CreateTimer.FireAt };
                var execution = instance.ExecutionId;
                var wait = action.CreateTimer.FireAt.ToDateTimeOffset() - clock.GetUtcNow();
                instance.Timers.Add(clock.CreateTimer(
                    _ =>
                    {
                        if (instance.ExecutionId == execution)
                        {
                            Send(instance.Id, new HistoryEvent { TimerFired = new() { FireAt = action.CreateTimer.FireAt, TimerId = action.Id } });
                        }
                    },
                    null, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration:
                var sub = action.CreateSubOrchestration;
                var id = string.IsNullOrEmpty(sub.InstanceId) ? $"{instance.ExecutionId}:{action.Id:x}" : sub.InstanceId;
                entry.SubOrchestrationInstanceCreated = new() { InstanceId = id, Name = sub.Name, Version = sub.Version, Input = sub.Input };
                var parent = new ParentInstanceInfo
                {
                    TaskScheduledId = action.Id,
                    Name = instance.Name,
                    Version = version,
                    OrchestrationInstance = new() { InstanceId = instance.Id, ExecutionId = instance.ExecutionId },
                };
                if (!Start(id, sub.Name, sub.Input, parent))
                {
                    Send(instance.Id, new HistoryEvent { SubOrchestrationInstanceFailed = new() { TaskScheduledId = action.Id, FailureDetails = new() { ErrorType = "Exists", ErrorMessage = $"There is a running instance {id}." } } });
                }

                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent:
                entry.EventSent = new() { InstanceId = action.SendEvent.Instance.InstanceId, Name = action.SendEvent.Name, Input = action.SendEvent.Data };
                Send(action.SendEvent.Instance.InstanceId, new HistoryEvent { EventRaised = new() { Name = action.SendEvent.Name, Input = action.SendEvent.Data } });
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration:
                end = action.CompleteOrchestration;
                entry.ExecutionCompleted = new() { OrchestrationStatus = end.OrchestrationStatus, Result = end.Result, FailureDetails = end.FailureDetails };
                break;
            default:
                throw new NotSupportedException($"{action.OrchestratorActionTypeCase} is not something that this back end does.");
        }

        instance.History.Add(entry);
    }

    private void End(Instance instance, CompleteOrchestrationAction end)
    {
        foreach (var timer in instance.Timers)
        {
            timer.Dispose();
        }

        instance.Timers.Clear();
        if (end.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew)
        {
            HistoryEvent[] left = [.. end.CarryoverEvents, .. instance.Inbox];
            instance.Inbox.Clear();
            instance.Input = end.Result;
            Begin(instance, end.Result);
            instance.Inbox.AddRange(left);
            return;
        }

        (instance.Status, instance.Output, instance.Failure) = (end.OrchestrationStatus, end.Result, end.FailureDetails);
        instance.Finished.TrySetResult();
        if (instance.Parent is { } parent)
        {
            Send(parent.OrchestrationInstance.InstanceId, end.OrchestrationStatus == OrchestrationStatus.Completed
                ? new HistoryEvent { SubOrchestrationInstanceCompleted = new() { TaskScheduledId = parent.TaskScheduledId, Result = end.Result } }
                : new HistoryEvent { SubOrchestrationInstanceFailed = new() { TaskScheduledId = parent.TaskScheduledId, FailureDetails = end.FailureDetails } });
        }
    }

    private async Task ActAsync(Instance instance, int id, ScheduleTaskAction task)
    {
        HistoryEvent answer;
        try
        {
            // DurableTask.Core wraps an activity's input in an array; the extension takes it out again.
            var input = task.Input is null ? null : System.Text.Json.Nodes.JsonNode.Parse(task.Input)!.AsArray().Single()?.ToJsonString() ?? "null";
            var result = await InvokeAsync(task.Name, input, instance.Id);
            answer = new HistoryEvent { TaskCompleted = new() { TaskScheduledId = id, Result = Json(result) } };
        }
        catch (FunctionException failure)
        {
            answer = new HistoryEvent { TaskFailed = new() { TaskScheduledId = id, FailureDetails = Details(failure) } };
        }
        catch (WorkerProcessExitException)
        {
            await ActAsync(instance, id, task);
            return;
        }

        Send(instance.Id, answer);
    }

    /// <summary>The worker puts an activity's failure into the message as JSON.</summary>
    private static TaskFailureDetails Details(FunctionException failure)
    {
        try
        {
            return JsonParser.Default.Parse<TaskFailureDetails>(failure.Text);
        }
        catch (InvalidProtocolBufferException)
        {
            return new() { ErrorType = "(unknown)", ErrorMessage = failure.Text };
        }
    }

    private static string? Json(TypedData? result) => result?.DataCase switch
    {
        TypedData.DataOneofCase.Json => result.Json,
        TypedData.DataOneofCase.String => System.Text.Json.JsonSerializer.Serialize(result.String),
        TypedData.DataOneofCase.Int => $"{result.Int}",
        _ => null,
    };

    private async Task<TypedData?> InvokeAsync(string name, string? input, string instanceId)
    {
        Task<Worker> attached;
        lock (_lock)
        {
            attached = _worker.Task;
        }

        var worker = await attached;
        var function = worker.Functions.Single(f => f.Name == name);
        var request = new InvocationRequest
        {
            InputData = { new ParameterBinding { Name = function.TriggerName, Data = input is null ? new TypedData() : new TypedData { String = input } } },
            TriggerMetadata = { ["instanceId"] = new TypedData { String = instanceId } },
        };
        var response = await worker.InvokeAsync(function, request, CancellationToken.None);
        return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue : throw new FunctionException(response.Result);
    }

    internal sealed class Instance(string id, string name, string? input, Timestamp created)
    {
        public string Id => id;
        public string Name => name;
        public string? Input { get; set; } = input;
        public Timestamp Created => created;
        public Timestamp? Updated { get; set; }
        public string ExecutionId { get; set; } = "";
        public ParentInstanceInfo? Parent { get; init; }
        public List<HistoryEvent> History { get; } = [];
        public List<HistoryEvent> Inbox { get; } = [];
        public List<ITimer> Timers { get; } = [];
        public bool Running { get; set; }
        public OrchestrationStatus Status { get; set; } = OrchestrationStatus.Running;
        public string? Output { get; set; }
        public string? CustomStatus { get; set; }
        public TaskFailureDetails? Failure { get; set; }
        public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public bool Ended => Status is not (OrchestrationStatus.Running or OrchestrationStatus.Pending or OrchestrationStatus.Suspended);
    }
}

/// <summary>What the worker's durable client asks of the host, for <see cref="TestDurable"/>.</summary>
internal sealed class TestSidecar(TestDurable durable) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context) =>
        durable.Start(request.InstanceId, request.Name, request.Input)
            ? Task.FromResult(new CreateInstanceResponse { InstanceId = request.InstanceId })
            : throw new RpcException(new global::Grpc.Core.Status(StatusCode.AlreadyExists, $"An orchestration instance with the ID {request.InstanceId} already exists."));

    public override Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        if (durable.Find(request.InstanceId) is null)
        {
            throw new RpcException(new global::Grpc.Core.Status(StatusCode.NotFound, $"No instance {request.InstanceId}."));
        }

        durable.Send(request.InstanceId, new HistoryEvent { EventRaised = new() { Name = request.Name, Input = request.Input } });
        return Task.FromResult(new RaiseEventResponse());
    }

    public override Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context)
    {
        durable.Send(request.InstanceId, new HistoryEvent { ExecutionTerminated = new() { Input = request.Output, Recurse = request.Recursive } });
        return Task.FromResult(new TerminateResponse());
    }

    public override Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context) => Task.FromResult(Show(request));

    public override Task<GetInstanceResponse> WaitForInstanceStart(GetInstanceRequest request, ServerCallContext context) => Task.FromResult(Show(request));

    public override async Task<GetInstanceResponse> WaitForInstanceCompletion(GetInstanceRequest request, ServerCallContext context)
    {
        if (durable.Find(request.InstanceId) is { } instance)
        {
            await instance.Finished.Task.WaitAsync(context.CancellationToken);
        }

        return Show(request);
    }

    public override Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, ServerCallContext context)
    {
        var query = request.Query;
        var found = durable.All().Where(i => query.RuntimeStatus.Count == 0 || query.RuntimeStatus.Contains(i.Status))
            .Where(i => string.IsNullOrEmpty(query.InstanceIdPrefix) || i.Id.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal))
            .Where(i => query.CreatedTimeFrom is null || i.Created >= query.CreatedTimeFrom)
            .Where(i => query.CreatedTimeTo is null || i.Created <= query.CreatedTimeTo);
        return Task.FromResult(new QueryInstancesResponse { OrchestrationState = { found.Select(i => State(i, query.FetchInputsAndOutputs)) } });
    }

    public override Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context) =>
        Task.FromResult(new PurgeInstancesResponse { DeletedInstanceCount = durable.Purge(request.InstanceId) });

    private GetInstanceResponse Show(GetInstanceRequest request) => durable.Find(request.InstanceId) is { } instance
        ? new GetInstanceResponse { Exists = true, OrchestrationState = State(instance, request.GetInputsAndOutputs) }
        : new GetInstanceResponse();

    private static OrchestrationState State(TestDurable.Instance instance, bool whole) => new()
    {
        InstanceId = instance.Id,
        Name = instance.Name,
        OrchestrationStatus = instance.Status,
        CreatedTimestamp = instance.Created,
        LastUpdatedTimestamp = instance.Updated ?? instance.Created,
        Input = whole ? instance.Input : null,
        Output = whole ? instance.Output : null,
        CustomStatus = whole ? instance.CustomStatus : null,
        FailureDetails = instance.Failure,
    };
}
