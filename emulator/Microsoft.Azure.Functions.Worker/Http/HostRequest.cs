using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>What becomes of a request on its way through the Functions host to the worker.</summary>
internal static class HostRequest
{
    private static readonly string[] Forwarded = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix"];

    /// <summary>
    /// What the host tells about the request beside it, by name: query and route values, then both collections as JSON unless a value has that name
    /// already (HttpTriggerAttributeBindingProvider in Azure/azure-webjobs-sdk-extensions). Properties of a JSON body, which the host adds too, are left out.
    /// </summary>
    public static IReadOnlyDictionary<string, object?> Describe(HttpRequest request)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        var query = request.Query.ToDictionary(part => part.Key, part => part.Value.ToString());
        foreach (var (name, value) in query.Where(part => !part.Key.Equals("code", StringComparison.OrdinalIgnoreCase)))
        {
            data[name] = value;
        }

        foreach (var (name, value) in request.RouteValues)
        {
            data[name] = value;
        }

        data.TryAdd("Query", JsonSerializer.Serialize(query));
        data.TryAdd("Headers", JsonSerializer.Serialize(request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
        return data;
    }

    /// <summary>
    /// The host puts its own view in the place of the headers that proxies before it set (HttpTransformer in dotnet/yarp), and the worker's
    /// UseForwardedHeaders takes that out again.
    /// </summary>
    public static void Forward(HttpRequest request)
    {
        foreach (var name in Forwarded)
        {
            request.Headers.Remove(name);
        }
    }
}
