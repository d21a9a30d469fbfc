namespace Initiatiefloket.DevHost;

/// <summary>The isolated worker as the host's other parts see it: its functions, and calls of them. Its process may be another one after a while.</summary>
internal sealed class Worker(ILogger<Worker> logger, ILoggerFactory loggers) : FunctionRpc.FunctionRpcBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource<WorkerConnection> _ready = Awaited();
    private string _id = "";

    public Uri? HttpUri { get; private set; }

    /// <summary>All functions by name, which is the real host's order of routes.</summary>
    public IReadOnlyList<Function> Functions { get; private set; } = [];

    /// <summary>Ends when the worker takes calls; fails when it ends before that.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Waits for another worker from now on, and says by what id it has to make itself known.</summary>
    public string Expect()
    {
        _ready = _ready.Task.IsCompleted ? Awaited() : _ready;
        return _id = Guid.NewGuid().ToString();
    }

    /// <summary>Calls a function once the worker is ready; cancelled, it tells the worker so and waits for what that makes of it.</summary>
    public async Task<InvocationResponse> InvokeAsync(Function function, InvocationRequest request, CancellationToken stop)
    {
        var connection = await _ready.Task.WaitAsync(stop);
        // By its name: the next worker may know it by another id.
        request.FunctionId = Functions.First(one => one.Name == function.Name).Metadata.FunctionId;
        // Needed without content too: the worker reads it unchecked.
        request.TraceContext = new RpcTraceContext { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" };
        return await connection.InvokeAsync(request, stop);
    }

    public void Terminate() =>
        _ = _ready.Task.IsCompletedSuccessfully && _ready.Task.Result.TrySend(new() { WorkerTerminate = new() { GracePeriod = new() { Seconds = 5 } } });

    /// <summary>Ends the conversation from this side; a worker in this process does not end it.</summary>
    public void Close() => _closing.Cancel();

    public void Dispose() => _closing.Dispose();

    /// <summary>Speaks with one worker process until that ends.</summary>
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, _closing.Token);
        if (!await requestStream.MoveNext(stop.Token) || requestStream.Current.StartStream?.WorkerId != _id)
        {
            logger.LogWarning("A worker spoke that is not expected (any more).");
            return;
        }

        var ready = _ready; // of this worker; another may be expected before this one's stream has ended
        var connection = new WorkerConnection(requestStream, responseStream, loggers);
        var writing = connection.WriteAsync();
        try
        {
            (HttpUri, Functions) = await connection.GreetAsync(stop.Token);
            ready.TrySetResult(connection);
            await connection.HearAsync(awaited: null, stop.Token);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or InvalidOperationException)
        {
            ready.TrySetException(ended is HostStartException ? ended : new WorkerProcessExitException());
        }

        Interlocked.CompareExchange(ref _ready, Awaited(), ready);
        connection.End();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TaskCompletionSource<WorkerConnection> Awaited() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A function that the worker reported, with its trigger.</summary>
internal sealed record Function(RpcFunctionMetadata Metadata, JsonObject Trigger, IReadOnlyList<JsonObject> Bindings)
{
    private static readonly string[] Known = ["httpTrigger", "http", "timerTrigger", "orchestrationTrigger", "activityTrigger", "entityTrigger", "durableClient"];

    public string Name => Metadata.Name;

    public string TriggerType => TypeOf(Trigger);

    public static Function Of(RpcFunctionMetadata metadata)
    {
        JsonObject[] bindings = [.. metadata.RawBindings.Select(raw => JsonNode.Parse(raw, new JsonNodeOptions { PropertyNameCaseInsensitive = true })!.AsObject())];
        return bindings.Select(TypeOf).FirstOrDefault(type => !Known.Contains(type)) is { } unknown
            ? throw new HostStartException($"Function '{metadata.Name}' has a binding of type '{unknown}', which this host does not know (it knows {string.Join(", ", Known)}): use Core Tools.")
            : new(metadata, bindings.First(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal)), bindings);
    }

    /// <summary>A call of this function, with what the trigger gives and clients of the durable engine.</summary>
    public InvocationRequest Call(TypedData input, string durableClient = "") => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        InputData =
        {
            new ParameterBinding { Name = (string)Trigger["name"]!, Data = input },
            Bindings.Where(binding => TypeOf(binding) == "durableClient").Select(client => new ParameterBinding { Name = (string)client["name"]!, Data = new() { String = durableClient } }),
        },
    };

    private static string TypeOf(JsonObject binding) => (string?)binding["type"] ?? "";
}

/// <summary>The name matters: the Durable extension retries an invocation that ended with an exception of this type name, and fails others.</summary>
internal sealed class WorkerProcessExitException() : Exception("The worker's process ended.");

/// <summary>A function of the worker that failed; the Durable extension takes the message apart.</summary>
internal sealed class FunctionException(StatusResult result) : Exception($"Result: {result.Status}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}")
{
    public string Text => result.Exception?.Message ?? "";
}
