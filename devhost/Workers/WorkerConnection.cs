using Kind = Initiatiefloket.DevHost.Protocol.StreamingMessage.ContentOneofCase;

namespace Initiatiefloket.DevHost;

/// <summary>The Functions worker protocol with one worker process.</summary>
internal sealed class WorkerConnection(IAsyncStreamReader<StreamingMessage> inbound, IServerStreamWriter<StreamingMessage> outbound, Action<StreamingMessage> hear)
{
    private readonly Channel<StreamingMessage> _outbound = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });

    public bool TrySend(StreamingMessage message) => _outbound.Writer.TryWrite(message);

    /// <summary>gRPC streams take one write at a time; this writes in order what anybody sends, until it is closed.</summary>
    public async Task WriteAsync()
    {
        await foreach (var message in _outbound.Reader.ReadAllAsync())
        {
            await outbound.WriteAsync(message);
        }
    }

    public void Close() => _outbound.Writer.TryComplete();

    /// <summary>Asks the worker what it can do and which functions it has, lets it load them, and waits until it takes calls.</summary>
    public async Task<(Uri? HttpUri, IReadOnlyList<Function> Functions)> GreetAsync(CancellationToken stop)
    {
        var folder = Environment.CurrentDirectory;
        TrySend(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        var init = (await NextAsync(Kind.WorkerInitResponse, stop)).WorkerInitResponse;
        Check(init.Result, "start");
        TrySend(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        var metadata = (await NextAsync(Kind.FunctionMetadataResponse, stop)).FunctionMetadataResponse;
        Check(metadata.Result, "tell its functions");
        Function[] functions = [.. metadata.Functions.Select(Function.Of).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
        Array.ForEach(functions, one => TrySend(new() { FunctionLoadRequest = new() { FunctionId = one.Metadata.FunctionId, Metadata = one.Metadata } }));
        for (var loaded = 0; loaded < functions.Length; loaded++)
        {
            Check((await NextAsync(Kind.FunctionLoadResponse, stop)).FunctionLoadResponse.Result, "load its functions");
        }

        var http = init.Capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;
        await ListensAsync(http, stop);
        return (http, functions);
    }

    /// <summary>Hears the worker until a message of a kind comes.</summary>
    public async Task<StreamingMessage> NextAsync(Kind? awaited, CancellationToken stop)
    {
        while (await inbound.MoveNext(stop))
        {
            if (inbound.Current.ContentCase == awaited)
            {
                return inbound.Current;
            }

            hear(inbound.Current);
        }

        throw new IOException("The worker's stream ended.");
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
