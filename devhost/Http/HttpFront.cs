using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Initiatiefloket.DevHost;

/// <summary>Routes of the worker's HTTP triggers; a request goes to the worker twice: as it is over HTTP, and as an invocation over gRPC.</summary>
internal sealed partial class HttpFront(IHttpForwarder forwarder, ILogger<HttpFront> logger) : IDisposable
{
    private static readonly TimeSpan WorkerLimit = TimeSpan.FromSeconds(30);
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <summary>As the real host does: of routes that match, the first by its function's name answers; where none does, also for its method, that is 404.</summary>
    public void Map(IEndpointRouteBuilder routes, Worker worker, Func<string> durableClient, string prefix)
    {
        Function[] functions = [.. worker.Functions.Where(function => function.TriggerType == "httpTrigger")];
        ThrowOnSameRoutes(functions, prefix);
        foreach (var (order, function) in functions.Index())
        {
            var run = (HttpContext context) => RunAsync(context, worker, function.Name, durableClient());
            var (route, methods) = (RouteOf(function, prefix), MethodsOf(function));
            (methods.Length == 0 ? routes.Map(route, run) : routes.MapMethods(route, methods, run)).WithOrder(order);
        }

        routes.Map("/{**path}", () => Results.NotFound()).WithOrder(int.MaxValue);
    }

    internal static void ThrowOnSameRoutes(IEnumerable<Function> functions, string prefix)
    {
        var places = functions.SelectMany(function => MethodsOf(function).DefaultIfEmpty("any method")
            .Select(method => (Place: $"{method} {ParameterName().Replace(RouteOf(function, prefix), "{$1")}", function.Name)));
        if (places.GroupBy(one => one.Place, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new HostStartException($"Functions '{same.First().Name}' and '{same.Last().Name}' have the same route: {same.Key}.");
        }
    }

    /// <summary>As long as the functions are not known: nothing is missing, it only is not there yet.</summary>
    public static void MapStarting(IEndpointRouteBuilder routes) => routes.Map("/{**path}", SayUnavailableAsync).WithOrder(int.MaxValue);

    public void Dispose() => _http.Dispose();

    private static string RouteOf(Function function, string prefix) => "/" + $"{prefix}/{(string?)function.Trigger["route"] ?? function.Name}".Trim('/');

    private static string[] MethodsOf(Function function) => [.. (function.Trigger["methods"] as JsonArray ?? []).Select(method => ((string)method!).ToUpperInvariant())];

    private async Task RunAsync(HttpContext context, Worker worker, string name, string durableClient)
    {
        var forwarding = Task.FromResult(ForwarderError.None);
        try
        {
            await worker.Ready.WaitAsync(WorkerLimit, context.RequestAborted);
            var function = worker.Functions.First(function => function.Name == name);
            var call = CallOf(context, function, durableClient);
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
            context.Request.Headers["x-ms-invocation-id"] = call.InvocationId;
            forwarding = forwarder.SendAsync(context, worker.HttpUri!.ToString(), _http, Limits).AsTask();
            var result = (await worker.InvokeAsync(function, call, context.RequestAborted)).Result;
            var error = await forwarding;
            if (context.RequestAborted.IsCancellationRequested)
            {
                return;
            }

            if (error != ForwarderError.None || result.Status == StatusResult.Types.Status.Failure)
            {
                logger.LogError("{Function} failed: {Message}\n{Stack}", name, result.Exception?.Message ?? $"{error}", result.Exception?.StackTrace);
            }
        }
        catch (Exception noWorker) when (noWorker is WorkerProcessExitException or HostStartException or TimeoutException)
        {
            await forwarding;
            await SayUnavailableAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
    }

    /// <summary>The host's binding data of an HTTP trigger: route values first, then query parameters, by which the worker fills a function's further parameters.</summary>
    private static InvocationRequest CallOf(HttpContext context, Function function, string durableClient)
    {
        var http = new RpcHttp();
        var call = function.Call(new TypedData { Http = http }, durableClient);
        foreach (var (name, value) in context.Request.RouteValues.Where(route => route.Value is not null))
        {
            call.TriggerMetadata[name] = new TypedData { String = value!.ToString() };
            http.NullableParams[name] = new NullableString { Value = value.ToString() };
        }

        call.TriggerMetadata["Headers"] = new TypedData { Json = JsonSerializer.Serialize(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString())) };
        call.TriggerMetadata["Query"] = new TypedData { Json = JsonSerializer.Serialize(context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString())) };
        foreach (var (name, value) in context.Request.Query)
        {
            call.TriggerMetadata.TryAdd(name, new TypedData { String = value.ToString() });
        }

        return call;
    }

    private static async Task SayUnavailableAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            return; // whole, or cut by the forwarder
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        await context.Response.WriteAsync("The app's worker starts. Try again in a moment.", context.RequestAborted);
    }

    [GeneratedRegex(@"\{(\**)\w+")]
    private static partial Regex ParameterName();
}
