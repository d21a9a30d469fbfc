using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatiefloket.DevHost.Protocol;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Initiatiefloket.DevHost;

/// <summary>Routes of the worker's HTTP triggers; a request goes to the worker twice: as it is over HTTP, and as an invocation over gRPC.</summary>
internal sealed class HttpFront(IHttpForwarder forwarder, ILogger<HttpFront> logger) : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public void Map(IEndpointRouteBuilder routes, Worker worker, Func<string> durableClient, string prefix)
    {
        foreach (var function in worker.Functions.Where(f => f.TriggerType == "httpTrigger"))
        {
            var methods = (function.Trigger["methods"] as JsonArray)?.Select(method => ((string)method!).ToUpperInvariant()).ToArray() ?? [];
            var route = $"{prefix}/{(string?)function.Trigger["route"] ?? function.Name}".Trim('/');
            var name = function.Name;
            routes.MapMethods("/" + route, methods, context => RunAsync(context, worker, worker.Functions.Single(f => f.Name == name), durableClient()));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task RunAsync(HttpContext context, Worker worker, Function function, string durableClient)
    {
        await worker.Ready.WaitAsync(TimeSpan.FromSeconds(30), context.RequestAborted);
        var id = Guid.NewGuid().ToString();
        var http = new RpcHttp();
        if (worker.Capabilities.ContainsKey("RequiresRouteParameters"))
        {
            foreach (var (name, value) in context.Request.RouteValues)
            {
                if (value is not null)
                {
                    http.NullableParams[name] = new NullableString { Value = value.ToString() };
                }
            }
        }

        var request = new InvocationRequest { InvocationId = id, InputData = { new ParameterBinding { Name = function.TriggerName, Data = new() { Http = http } } } };
        // The worker binds a function's further parameters to these, by name.
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (value is not null)
            {
                request.TriggerMetadata[name] = new TypedData { String = value.ToString() };
            }
        }

        // The host's binding data of an HTTP trigger; query parameters count after these, as there.
        request.TriggerMetadata["Headers"] = new TypedData { Json = JsonSerializer.Serialize(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString())) };
        request.TriggerMetadata["Query"] = new TypedData { Json = JsonSerializer.Serialize(context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString())) };
        foreach (var (name, value) in context.Request.Query)
        {
            request.TriggerMetadata.TryAdd(name, new TypedData { String = value.ToString() });
        }

        foreach (var client in function.DurableClients)
        {
            request.InputData.Add(new ParameterBinding { Name = client, Data = new() { String = durableClient } });
        }

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        context.Request.Headers[InvocationHeader] = id;
        var forwarding = forwarder.SendAsync(context, worker.HttpUri!.ToString(), _http, Limits).AsTask();
        try
        {
            var response = await worker.InvokeAsync(function, request, context.RequestAborted);
            if (response.Result.Status == StatusResult.Types.Status.Failure)
            {
                logger.LogError("{Function} failed: {Message}\n{Stack}", function.Name, response.Result.Exception?.Message, response.Result.Exception?.StackTrace);
            }
        }
        catch (WorkerProcessExitException)
        {
            logger.LogWarning("{Function}: the worker ended during the request", function.Name);
        }

        var error = await forwarding;
        if (error != ForwarderError.None && !context.RequestAborted.IsCancellationRequested)
        {
            logger.LogWarning("{Function}: {Error} {Exception}", function.Name, error, context.Features.Get<IForwarderErrorFeature>()?.Exception?.Message);
        }
    }
}
