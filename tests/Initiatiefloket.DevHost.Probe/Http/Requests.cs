using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.DevHost.Probe.Http;

/// <summary>One function for each thing that the host does with a request.</summary>
public static class Requests
{
    private static readonly TaskCompletionSource HungUp = new();
    private static readonly TaskCompletionSource Continued = new();

    [Function(nameof(Number))]
    public static IResult Number([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{id:int}")] HttpRequest request, int id) => TypedResults.Text($"number {id}");

    [Function(nameof(NumberPosted))]
    public static IResult NumberPosted([HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "numbers/{id:int}")] HttpRequest request, int id) =>
        TypedResults.Text($"{request.Method} {id}");

    [Function(nameof(Files))]
    public static IResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "files/{*rest}")] HttpRequest request, string rest) => TypedResults.Text(rest);

    /// <summary>Has no route of its own and takes every method.</summary>
    [Function(nameof(Unrouted))]
    public static IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context) => TypedResults.Text(
        $"{request.Method} {context.BindingContext.BindingData["Query"]} {context.BindingContext.BindingData["Headers"]?.ToString()?.Contains("X-Probe", StringComparison.Ordinal)}");

    [Function(nameof(Upload))]
    public static async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload")] HttpRequest request)
    {
        var (buffer, length) = (new byte[64 * 1024], 0L);
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0; length += read)
        {
        }

        return TypedResults.Text($"{length}");
    }

    /// <summary>Sends a line, and the next one only when it is told that the first has come.</summary>
    [Function(nameof(Drip))]
    public static async Task Drip([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "drip")] HttpRequest request)
    {
        request.HttpContext.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        await request.HttpContext.Response.WriteAsync("first\n");
        await request.HttpContext.Response.Body.FlushAsync();
        await Continued.Task;
        await request.HttpContext.Response.WriteAsync("second\n");
    }

    [Function(nameof(GoOn))]
    public static IResult GoOn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drip")] HttpRequest request)
    {
        Continued.TrySetResult();
        return TypedResults.NoContent();
    }

    /// <summary>Answers never, and remembers that whoever asked is gone.</summary>
    [Function(nameof(Wait))]
    public static async Task Wait([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait")] HttpRequest request, CancellationToken cancellation)
    {
        await request.HttpContext.Response.WriteAsync("waiting");
        await request.HttpContext.Response.Body.FlushAsync(cancellation);
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        HungUp.TrySetResult();
    }

    [Function(nameof(Waited))]
    public static async Task<IResult> Waited([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waited")] HttpRequest request)
    {
        await HungUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return TypedResults.Text("hung up");
    }

    [Function(nameof(Fail))]
    public static IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail")] HttpRequest request) => throw new InvalidOperationException("Asked for.");

    [Function(nameof(Pid))]
    public static IResult Pid([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pid")] HttpRequest request) => TypedResults.Text($"{Environment.ProcessId}");

    /// <summary>Matches everything, and comes last since the host goes by names.</summary>
    [Function("ZzRest")]
    public static IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "{*path}")] HttpRequest request) => TypedResults.NotFound("nothing here");
}
