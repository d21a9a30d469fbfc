using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.Testing;

/// <summary>What the worker's durable client asks of the host, for <see cref="TestDurable"/>, with the refusals of the real extension.</summary>
internal sealed class TestSidecar(TestDurable durable) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    private const string SourceTag = "MS_DurableFunctions_SourceInstanceId";

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        // The client says which statuses may be replaced; a running instance is never.
        var mayStay = request.OrchestrationIdReusePolicy is { } policy ? System.Enum.GetValues<OrchestrationStatus>().Except(policy.ReplaceableStatus) : [];
        var start = new ExecutionStartedEvent
        {
            Name = request.Name,
            Version = request.Version,
            Input = request.Input,
            OrchestrationInstance = new() { InstanceId = request.InstanceId },
            ScheduledStartTimestamp = request.ScheduledStartTimestamp,
            Tags = { request.Tags },
        };
        return durable.Start(start, mayStay.Union(TestInstance.Running).ToHashSet())
            ? Task.FromResult(new CreateInstanceResponse { InstanceId = request.InstanceId })
            : throw Refusal(StatusCode.AlreadyExists, $"An Orchestration instance with the ID {request.InstanceId} already exists.");
    }

    public override Task<RestartInstanceResponse> RestartInstance(RestartInstanceRequest request, ServerCallContext context)
    {
        var before = Known(request.InstanceId);
        var id = request.RestartWithNewInstanceId ? Guid.NewGuid().ToString("N") : request.InstanceId;
        var start = new ExecutionStartedEvent { Name = before.Name, Input = before.Input, OrchestrationInstance = new() { InstanceId = id }, Tags = { before.Tags } };
        if (request.RestartWithNewInstanceId)
        {
            start.Tags[SourceTag] = request.InstanceId;
        }

        return durable.Start(start, TestInstance.Running)
            ? Task.FromResult(new RestartInstanceResponse { InstanceId = id })
            : throw Refusal(StatusCode.FailedPrecondition, $"Non-terminal instance with this instance ID already exists: {id}");
    }

    public override Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        Tell(request.InstanceId, TestMessages.Raised(request.Name, request.Input), TestInstance.Running, _ => "The orchestration instance with the provided instance id is not running.");
        return Task.FromResult(new RaiseEventResponse());
    }

    /// <summary>As on the real extension, instances that it started go on, also when the client asks to end those too.</summary>
    public override Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context)
    {
        Tell(request.InstanceId, new HistoryEvent { ExecutionTerminated = new() { Input = request.Output } }, TestInstance.Running, status => Cannot("terminate", request.InstanceId, status));
        return Task.FromResult(new TerminateResponse());
    }

    public override Task<SuspendResponse> SuspendInstance(SuspendRequest request, ServerCallContext context)
    {
        var suspendable = TestInstance.Running.Except([OrchestrationStatus.Suspended]).ToHashSet();
        Tell(request.InstanceId, new HistoryEvent { ExecutionSuspended = new() { Input = request.Reason } }, suspendable, status => Cannot("suspend", request.InstanceId, status));
        return Task.FromResult(new SuspendResponse());
    }

    public override Task<ResumeResponse> ResumeInstance(ResumeRequest request, ServerCallContext context)
    {
        HashSet<OrchestrationStatus> suspended = [OrchestrationStatus.Suspended];
        Tell(request.InstanceId, new HistoryEvent { ExecutionResumed = new() { Input = request.Reason } }, suspended, status => Cannot("resume", request.InstanceId, status));
        return Task.FromResult(new ResumeResponse());
    }

    /// <summary>The app does not rewind, so this back end does not either.</summary>
    public override Task<RewindInstanceResponse> RewindInstance(RewindInstanceRequest request, ServerCallContext context) =>
        throw Refusal(StatusCode.Unimplemented, "The durable back end for tests does not rewind.");

    public override Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context) => Task.FromResult(TestQueries.Show(durable, request));

    public override async Task<GetInstanceResponse> WaitForInstanceStart(GetInstanceRequest request, ServerCallContext context)
    {
        await durable.WaitAsync(request.InstanceId, untilEnded: false).WaitAsync(context.CancellationToken);
        return TestQueries.Show(durable, request);
    }

    public override async Task<GetInstanceResponse> WaitForInstanceCompletion(GetInstanceRequest request, ServerCallContext context)
    {
        await durable.WaitAsync(request.InstanceId, untilEnded: true).WaitAsync(context.CancellationToken);
        return TestQueries.Show(durable, request);
    }

    public override Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, ServerCallContext context) =>
        Task.FromResult(TestQueries.Page(durable, request.Query));

    public override Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context)
    {
        if (request.RequestCase == PurgeInstancesRequest.RequestOneofCase.PurgeInstanceFilter)
        {
            return Task.FromResult(new PurgeInstancesResponse { DeletedInstanceCount = TestQueries.Chosen(durable, request.PurgeInstanceFilter).Count(durable.Purge) });
        }

        if (durable.Find(request.InstanceId) is { } state && TestInstance.Running.Contains(state.OrchestrationStatus))
        {
            throw Refusal(StatusCode.FailedPrecondition,
                $"Only orchestrations in a terminal state can be purged, but the orchestration with instance ID {request.InstanceId} has status {state.OrchestrationStatus}");
        }

        return Task.FromResult(new PurgeInstancesResponse { DeletedInstanceCount = durable.Purge(request.InstanceId) ? 1 : 0 });
    }

    public override Task StreamInstanceHistory(StreamInstanceHistoryRequest request, IServerStreamWriter<HistoryChunk> responseStream, ServerCallContext context) =>
        responseStream.WriteAsync(new HistoryChunk
        {
            Events = { durable.HistoryOf(request.InstanceId) ?? throw Refusal(StatusCode.NotFound, $"Orchestration instance with ID {request.InstanceId} was not found.") },
        });

    private OrchestrationState Known(string id) => durable.Find(id) ?? throw Refusal(StatusCode.NotFound, $"No instance with ID '{id}' was found. (Parameter 'instanceId')");

    private void Tell(string id, HistoryEvent message, IReadOnlySet<OrchestrationStatus> hearing, Func<OrchestrationStatus, string> refusal)
    {
        var status = Known(id).OrchestrationStatus;
        if (!hearing.Contains(status))
        {
            throw Refusal(StatusCode.FailedPrecondition, refusal(status));
        }

        durable.Send(id, message);
    }

    private static string Cannot(string what, string id, OrchestrationStatus status) =>
        $"InvalidOperationException: Cannot {what} the orchestration instance {id} because instance is in the {status} state.";

    private static RpcException Refusal(StatusCode code, string why) => new(new Grpc.Core.Status(code, why));
}
