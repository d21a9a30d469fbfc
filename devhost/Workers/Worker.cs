using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Grpc.Core;
using Initiatiefloket.DevHost.Protocol;

namespace Initiatiefloket.DevHost;

/// <summary>Starts the isolated worker's process and speaks the Functions worker protocol with it.</summary>
internal sealed class Worker(ILogger<Worker> logger, ILoggerFactory loggers) : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invocations = new();
    private readonly ConcurrentDictionary<string, ILogger> _logs = new();
    private readonly CancellationTokenSource _closing = new();
    private Connection? _connection;
    private TaskCompletionSource _ready = New();

    public string Id { get; private set; } = "";
    public Uri? HttpUri { get; private set; }
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<Function> Functions { get; private set; } = [];
    public Task Ready => _ready.Task;

    /// <summary>Tells the host what to start the worker with, and forgets the one before.</summary>
    public string Expect()
    {
        Id = Guid.NewGuid().ToString();
        _ready = New();
        return Id;
    }

    public async Task<InvocationResponse> InvokeAsync(Function function, InvocationRequest request, CancellationToken stop)
    {
        await Ready.WaitAsync(stop);
        request.FunctionId = function.Metadata.FunctionId;
        if (request.InvocationId.Length == 0)
        {
            request.InvocationId = Guid.NewGuid().ToString();
        }

        // Both messages without fields are needed: the worker reads them unchecked.
        request.TraceContext = new RpcTraceContext { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" };
        var answer = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        var connection = _connection ?? throw new WorkerProcessExitException();
        _invocations[request.InvocationId] = answer;
        if (!connection.TrySend(new StreamingMessage { InvocationRequest = request }))
        {
            _invocations.TryRemove(request.InvocationId, out _);
            throw new WorkerProcessExitException();
        }

        await using var cancel = stop.Register(() => connection.TrySend(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        return await answer.Task;
    }

    public void Terminate() => _connection?.TrySend(new StreamingMessage { WorkerTerminate = new() { GracePeriod = new() { Seconds = 5 } } });

    /// <summary>Ends the conversation from this side; a worker in this process does not end it.</summary>
    public void Close() => _closing.Cancel();

    internal async Task ServeAsync(IAsyncStreamReader<StreamingMessage> inbound, IServerStreamWriter<StreamingMessage> outbound, CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, _closing.Token);
        var stop = either.Token;
        if (!await inbound.MoveNext(stop) || inbound.Current.StartStream?.WorkerId != Id)
        {
            logger.LogWarning("A stream of an unknown worker: {Message}", inbound.Current);
            return;
        }

        var ready = _ready; // of this worker; another may be expected before this one's stream has ended
        var connection = new Connection();
        var writing = connection.WriteAsync(outbound);
        try
        {
            var init = new WorkerInitRequest { HostVersion = "4.1037.0.0", WorkerDirectory = Environment.CurrentDirectory, FunctionAppDirectory = Environment.CurrentDirectory };
            connection.TrySend(new StreamingMessage { WorkerInitRequest = init });
            _connection = connection;
            var loading = 0;
            while (await inbound.MoveNext(stop))
            {
                var message = inbound.Current;
                switch (message.ContentCase)
                {
                    case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                        Check(message.WorkerInitResponse.Result, "start");
                        Capabilities = message.WorkerInitResponse.Capabilities;
                        HttpUri = Capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;
                        logger.LogInformation("Worker capabilities: {Capabilities}", string.Join(", ", Capabilities.Select(c => $"{c.Key}={c.Value}")));
                        connection.TrySend(new StreamingMessage { FunctionsMetadataRequest = new() { FunctionAppDirectory = init.FunctionAppDirectory } });
                        break;
                    case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                        Check(message.FunctionMetadataResponse.Result, "index");
                        Functions = [.. message.FunctionMetadataResponse.Functions.Select(Function.Of)];
                        loading = Functions.Count;
                        foreach (var function in Functions)
                        {
                            connection.TrySend(new StreamingMessage { FunctionLoadRequest = new() { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata } });
                        }

                        break;
                    case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                        Check(message.FunctionLoadResponse.Result, $"load {message.FunctionLoadResponse.FunctionId}");
                        if (--loading == 0)
                        {
                            // The worker speaks gRPC before its own Kestrel listens; the real host tries again instead.
                            _ = ListensAsync(HttpUri, stop).ContinueWith(_ => ready.TrySetResult(), TaskScheduler.Default);
                        }

                        break;
                    case StreamingMessage.ContentOneofCase.InvocationResponse:
                        if (_invocations.TryRemove(message.InvocationResponse.InvocationId, out var answer))
                        {
                            answer.TrySetResult(message.InvocationResponse);
                        }

                        break;
                    case StreamingMessage.ContentOneofCase.RpcLog:
                        var log = _logs.GetOrAdd(message.RpcLog.Category, loggers.CreateLogger);
                        log.Log((LogLevel)(int)message.RpcLog.Level, "{Message}{Exception}", message.RpcLog.Message,
                            message.RpcLog.Exception is { } e ? $"\n{e.Message}\n{e.StackTrace}" : "");
                        break;
                    case StreamingMessage.ContentOneofCase.None:
                        break; // answers that have no content, as to WorkerTerminate
                    default:
                        logger.LogWarning("Unexpected from the worker: {Case}", message.ContentCase);
                        break;
                }
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or InvalidOperationException)
        {
            ready.TrySetException(ended);
        }
        finally
        {
            // Whatever was asked gets no answer any more.
            _ready = _ready == ready && ready.Task.IsCompletedSuccessfully ? New() : _ready;
            _connection = _connection == connection ? null : _connection;
            connection.Complete();
            foreach (var id in _invocations.Keys)
            {
                if (_invocations.TryRemove(id, out var waiting))
                {
                    waiting.TrySetException(new WorkerProcessExitException());
                }
            }

            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ListensAsync(Uri? http, CancellationToken stop)
    {
        while (http is not null)
        {
            try
            {
                using var socket = new System.Net.Sockets.TcpClient();
                await socket.ConnectAsync(http.Host, http.Port, stop);
                return;
            }
            catch (System.Net.Sockets.SocketException)
            {
                await Task.Delay(20, stop);
            }
        }
    }

    public void Dispose() => _closing.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"The worker could not {what}: {result.Exception?.Message ?? result.Result}");
        }
    }

    /// <summary>gRPC streams take one write at a time; this one writes in order what anybody sends.</summary>
    private sealed class Connection
    {
        private readonly Channel<StreamingMessage> _outbound = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });

        public bool TrySend(StreamingMessage message) => _outbound.Writer.TryWrite(message);

        public void Complete() => _outbound.Writer.TryComplete();

        public async Task WriteAsync(IServerStreamWriter<StreamingMessage> stream)
        {
            await foreach (var message in _outbound.Reader.ReadAllAsync())
            {
                await stream.WriteAsync(message);
            }
        }
    }
}

internal sealed class WorkerRpc(Worker worker) : FunctionRpc.FunctionRpcBase
{
    public override Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context) =>
        worker.ServeAsync(requestStream, responseStream, context.CancellationToken);
}

/// <summary>The name matters: the Durable extension retries an invocation that ended with an exception of this type name, and fails others.</summary>
internal sealed class WorkerProcessExitException() : Exception("The worker's process ended.");

/// <summary>A function of the worker that failed; the Durable extension takes the message apart.</summary>
internal sealed class FunctionException(StatusResult result) : Exception(
    $"Result: {result.Status}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}")
{
    public string Text => result.Exception?.Message ?? "";
}
