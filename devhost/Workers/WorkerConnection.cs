using Kind = Initiatiefloket.DevHost.Protocol.StreamingMessage.ContentOneofCase;

namespace Initiatiefloket.DevHost;

/// <summary>The Functions worker protocol with one worker process.</summary>
internal sealed class WorkerConnection(IAsyncStreamReader<StreamingMessage> inbound, IServerStreamWriter<StreamingMessage> outbound, ILoggerFactory loggers)
{
    private readonly Channel<StreamingMessage> _outbound = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _calls = new();

    public bool TrySend(StreamingMessage message) => _outbound.Writer.TryWrite(message);

    /// <summary>gRPC streams take one write at a time; this writes in order what anybody sends, until it is ended.</summary>
    public async Task WriteAsync()
    {
        await foreach (var message in _outbound.Reader.ReadAllAsync())
        {
            await outbound.WriteAsync(message);
        }
    }

    /// <summary>Asks the worker what it can do and which functions it has, lets it load them, and waits until it takes calls.</summary>
    public async Task<(Uri? HttpUri, IReadOnlyList<Function> Functions)> GreetAsync(CancellationToken stop)
    {
        var folder = Environment.CurrentDirectory;
        TrySend(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        var init = (await HearAsync(Kind.WorkerInitResponse, stop)).WorkerInitResponse;
        Check(init.Result, "start");
        TrySend(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        var metadata = (await HearAsync(Kind.FunctionMetadataResponse, stop)).FunctionMetadataResponse;
        Check(metadata.Result, "tell its functions");
        Function[] functions = [.. metadata.Functions.Select(Function.Of).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
        Array.ForEach(functions, one => TrySend(new() { FunctionLoadRequest = new() { FunctionId = one.Metadata.FunctionId, Metadata = one.Metadata } }));
        foreach (var _ in functions)
        {
            Check((await HearAsync(Kind.FunctionLoadResponse, stop)).FunctionLoadResponse.Result, "load its functions");
        }

        var http = init.Capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;
        await ListensAsync(http, stop);
        return (http, functions);
    }

    /// <summary>Calls a function; cancelled, it tells the worker so.</summary>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request, CancellationToken stop)
    {
        var answer = _calls[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TrySend(new() { InvocationRequest = request }))
        {
            throw new WorkerProcessExitException();
        }

        await using var cancel = stop.Register(() => TrySend(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        return await answer.Task;
    }

    /// <summary>Takes answers and log lines until a message of a kind comes.</summary>
    public async Task<StreamingMessage> HearAsync(Kind? awaited, CancellationToken stop)
    {
        while (await inbound.MoveNext(stop))
        {
            var message = inbound.Current;
            if (message.ContentCase == awaited)
            {
                return message;
            }

            if (message.InvocationResponse is { } response && _calls.TryRemove(response.InvocationId, out var call))
            {
                call.TrySetResult(response);
            }
            else if (message.RpcLog is { } line)
            {
                loggers.CreateLogger(line.Category).Log((LogLevel)(int)line.Level, "{Message}{Exception}", line.Message,
                    line.Exception is { } e ? $"\n{e.Message}\n{e.StackTrace}" : "");
            }
        }

        throw new IOException("The worker's stream ended.");
    }

    /// <summary>Takes no more calls, and fails those under way.</summary>
    public void End()
    {
        _outbound.Writer.TryComplete();
        foreach (var call in _calls.Values)
        {
            call.TrySetException(new WorkerProcessExitException());
        }
    }

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new HostStartException($"The worker could not {what}: {result.Exception?.Message ?? result.Result}");
        }
    }

    /// <summary>The worker speaks gRPC before its own Kestrel listens.</summary>
    private static async Task ListensAsync(Uri? http, CancellationToken stop)
    {
        while (http is not null)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(http.Host, http.Port, stop);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, stop);
            }
        }
    }
}
