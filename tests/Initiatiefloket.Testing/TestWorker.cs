using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Initiatiefloket.DevHost;
using Initiatiefloket.DevHost.Protocol;
using Microsoft.DurableTask.Protobuf;

namespace Initiatiefloket.Testing;

/// <summary>Calls of orchestrators and activities by <see cref="TestDurable"/>, as the real extension makes them. While there is no worker they wait for the next one.</summary>
internal sealed class TestWorker
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<Worker> _attached = New();

    public void Attach(Worker worker)
    {
        lock (_lock)
        {
            _attached.TrySetResult(worker);
        }
    }

    public void Detach()
    {
        lock (_lock)
        {
            _attached = _attached.Task.IsCompleted ? New() : _attached;
        }
    }

    /// <summary>Lets an orchestrator take a step; one that cannot even be called fails its instance.</summary>
    public async Task<OrchestratorResponse> OrchestrateAsync(string name, OrchestratorRequest request)
    {
        try
        {
            var result = await CallAsync(name, Convert.ToBase64String(request.ToByteArray()), request.InstanceId);
            return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(result!.String));
        }
        catch (Exception failure) when (failure is FunctionException or MissingMethodException)
        {
            var details = new TaskFailureDetails { ErrorType = failure.GetType().FullName, ErrorMessage = failure.Message };
            var end = new CompleteOrchestrationAction { OrchestrationStatus = OrchestrationStatus.Failed, Result = failure.Message, FailureDetails = details };
            return new() { InstanceId = request.InstanceId, Actions = { new OrchestratorAction { Id = -1, CompleteOrchestration = end } } };
        }
    }

    /// <summary>Calls an activity.</summary>
    /// <returns>What its orchestrator gets to hear.</returns>
    public async Task<HistoryEvent> ActAsync(string instanceId, int taskId, ScheduleTaskAction task)
    {
        try
        {
            return TestMessages.Answered(taskId, Json(await CallAsync(task.Name, Unwrapped(task.Input), instanceId)));
        }
        catch (FunctionException failure)
        {
            return TestMessages.Failed(taskId, Details(failure));
        }
        catch (MissingMethodException)
        {
            // The real extension says why only in its log.
            return TestMessages.Failed(taskId, failure: null);
        }
    }

    private async Task<TypedData?> CallAsync(string name, string? input, string instanceId)
    {
        while (true)
        {
            var worker = await NextAsync();
            var function = worker.Functions.SingleOrDefault(known => known.Name == name) ?? throw new MissingMethodException($"There is no function '{name}'.");
            var call = function.Call(input is null ? new TypedData() : new TypedData { String = input });
            call.TriggerMetadata["instanceId"] = new TypedData { String = instanceId };
            try
            {
                var response = await worker.InvokeAsync(function, call, CancellationToken.None);
                return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue : throw new FunctionException(response.Result);
            }
            catch (WorkerProcessExitException)
            {
                // The app stopped meanwhile: what it was asked is asked again of the next one.
            }
        }
    }

    private Task<Worker> NextAsync()
    {
        lock (_lock)
        {
            return _attached.Task;
        }
    }

    /// <summary>In history an activity's input is an array of one; the extension takes it out.</summary>
    private static string? Unwrapped(string? input) => input is null ? null : JsonNode.Parse(input)!.AsArray().Single()?.ToJsonString() ?? "null";

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
        TypedData.DataOneofCase.String => JsonSerializer.Serialize(result.String),
        TypedData.DataOneofCase.Int => JsonSerializer.Serialize(result.Int),
        TypedData.DataOneofCase.Double => JsonSerializer.Serialize(result.Double),
        _ => null,
    };

    private static TaskCompletionSource<Worker> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
