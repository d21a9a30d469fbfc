namespace Initiatiefloket.DevHost;

/// <summary>Routes of the worker's HTTP triggers, once they are known; a request goes to the worker twice: as it is over HTTP, and as an invocation over gRPC.</summary>
internal sealed partial class HttpFront(Worker worker, IHttpForwarder forwarder, ILogger<HttpFront> logger) : EndpointDataSource
{
    private static readonly TimeSpan WorkerLimit = TimeSpan.FromSeconds(30);
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    private readonly ConfigurationReloadToken _known = new(); // the framework's change token that one can set off oneself
    private IReadOnlyList<Endpoint> _endpoints = [];

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints;

    public override IChangeToken GetChangeToken() => _known.HasChanged ? NullChangeToken.Singleton : _known;

    /// <summary>As the real host does: of routes that match, the first by its function's name answers; where none does, also for its method, that is 404.</summary>
    public void Map(string durableClient, string prefix)
    {
        Function[] functions = [.. worker.Functions.Where(function => function.TriggerType == "httpTrigger")];
        ThrowOnSameRoutes(functions, prefix);
        var described = worker.Functions.Select(one => new { name = one.Name, language = "dotnet-isolated", config = new { name = one.Name, bindings = one.Bindings } });
        _endpoints =
        [
            EndpointOf(-1, "/admin/functions", ["GET"], Results.Ok(described).ExecuteAsync), // as Core Tools show them
            .. functions.Select((one, order) => EndpointOf(order, RouteOf(one, prefix), MethodsOf(one), context => RunAsync(context, one, durableClient))),
            EndpointOf(functions.Length, "/{**path}", [], Results.NotFound().ExecuteAsync),
        ];
        _known.OnReload();
    }

    /// <summary>Also as long as the functions are not known: nothing is missing, it only is not there yet.</summary>
    public static async Task SayUnavailableAsync(HttpContext context)
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

    internal static void ThrowOnSameRoutes(IEnumerable<Function> functions, string prefix)
    {
        var places = functions.SelectMany(function => MethodsOf(function).DefaultIfEmpty("any method")
            .Select(method => (Place: $"{method} {ParameterName().Replace(RouteOf(function, prefix), "{$1")}", function.Name)));
        if (places.GroupBy(one => one.Place, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new HostStartException($"Functions '{same.First().Name}' and '{same.Last().Name}' have the same route: {same.Key}.");
        }
    }

    private static Endpoint EndpointOf(int order, string route, string[] methods, RequestDelegate run) =>
        new RouteEndpointBuilder(run, RoutePatternFactory.Parse(route), order) { Metadata = { new HttpMethodMetadata(methods) } }.Build();

    private static string RouteOf(Function function, string prefix) => "/" + $"{prefix}/{(string?)function.Trigger["route"] ?? function.Name}".Trim('/');

    private static string[] MethodsOf(Function function) => [.. (function.Trigger["methods"] as JsonArray ?? []).Select(method => ((string)method!).ToUpperInvariant())];

    private async Task RunAsync(HttpContext context, Function function, string durableClient)
    {
        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var forwarding = Task.FromResult(ForwarderError.None);
        try
        {
            await worker.Ready.WaitAsync(WorkerLimit, context.RequestAborted);
            var call = CallOf(context, function, durableClient);
            context.Request.Headers["x-ms-invocation-id"] = call.InvocationId;
            forwarding = forwarder.SendAsync(context, worker.HttpUri!.ToString(), Http, Limits).AsTask();
            var result = (await worker.InvokeAsync(function, call, context.RequestAborted)).Result;
            var error = await forwarding;
            if (!context.RequestAborted.IsCancellationRequested && (error != ForwarderError.None || result.Status == StatusResult.Types.Status.Failure))
            {
                // The worker's own answer says nothing of that; nor does the real host of what it cannot pass on, as a body larger than the worker's server takes.
                context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
                logger.LogError("{Function} failed: {Message}\n{Stack}", function.Name, result.Exception?.Message ?? $"{error}", result.Exception?.StackTrace);
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

    /// <summary>The host's binding data of an HTTP trigger, by which the worker fills a function's further parameters: route values first, then the query's.</summary>
    private static InvocationRequest CallOf(HttpContext context, Function function, string durableClient)
    {
        var http = new RpcHttp();
        var call = function.Call(new TypedData { Http = http }, durableClient);
        var route = context.Request.RouteValues.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => $"{value.Value}");
        var query = context.Request.Query.ToDictionary(value => value.Key, value => value.Value.ToString());
        http.NullableParams.Add(route.ToDictionary(value => value.Key, value => new NullableString { Value = value.Value }));
        call.TriggerMetadata["Headers"] = new TypedData { Json = JsonSerializer.Serialize(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString())) };
        call.TriggerMetadata["Query"] = new TypedData { Json = JsonSerializer.Serialize(query) };
        foreach (var (name, value) in route.Concat(query))
        {
            call.TriggerMetadata.TryAdd(name, new TypedData { String = value });
        }

        return call;
    }

    [GeneratedRegex(@"\{(\**)\w+")]
    private static partial Regex ParameterName();
}
