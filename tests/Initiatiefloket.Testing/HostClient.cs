using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace Initiatiefloket.Testing;

/// <summary>The real client of a host's orchestrations, over gRPC.</summary>
public sealed class HostClient(GrpcChannel channel) : IDisposable
{
    /// <summary>Starts, asks and wakes them.</summary>
    public DurableTaskClient Orchestrations { get; } = new GrpcDurableTaskClient("test", new GrpcDurableTaskClientOptions { Channel = channel }, NullLogger.Instance);

    /// <summary>Connects to a local host as the app's own client does: the extension takes the hub and the storage from the headers.</summary>
    public static async Task<HostClient> ConnectAsync(Uri site)
    {
        using var asked = new HttpClient { BaseAddress = site };
        var binding = JsonNode.Parse(await asked.GetStringAsync(new Uri("/durable/client", UriKind.Relative)))!;
        var http = new HttpClient();
        foreach (var (header, field) in new[] { ("Durable-TaskHub", "taskHubName"), ("Durable-ConnectionName", "connectionName") })
        {
            if ((string?)binding[field] is { Length: > 0 } value)
            {
                http.DefaultRequestHeaders.Add(header, value);
            }
        }

        return new(GrpcChannel.ForAddress((string)binding["rpcBaseUrl"]!, new GrpcChannelOptions { HttpClient = http, DisposeHttpClient = true }));
    }

    /// <summary>Connects to a back end that has one hub only.</summary>
    public static HostClient Of(Uri address) => new(GrpcChannel.ForAddress(address));

    /// <inheritdoc/>
    public void Dispose() => channel.Dispose();
}
