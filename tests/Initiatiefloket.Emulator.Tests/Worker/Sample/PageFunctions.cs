using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Emulator.Tests.Worker.Sample;

/// <summary>HTTP functions of the app under test.</summary>
public sealed class PageFunctions(Visit visit)
{
    [Function("ShowRoot")]
    public IResult ShowRoot([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request) =>
        TypedResults.Text("root");

    [Function("ShowNumber")]
    public IResult ShowNumber([HttpTrigger(AuthorizationLevel.Function, "get", Route = "numbers/{number:int}")] HttpRequest request, int number) =>
        TypedResults.Text($"number {number}");

    [Function("ShowLoose")]
    public IResult ShowLoose([HttpTrigger("GET", "post", Route = "loose/{number}/{name?}")] HttpRequest request, int number, string? name) =>
        TypedResults.Text($"{number} {name ?? "nobody"}");

    [Function("ShowFile")]
    public static IResult ShowFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path) =>
        TypedResults.Text(path);

    // Tried before ShowNamed and after AnyNamed, by name, whatever the templates.
    [Function("BestNamed")]
    public static IResult BestNamed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "named/best")] HttpRequest request) => TypedResults.Text("best");

    [Function("AnyNamed")]
    public static IResult AnyNamed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "named/{name}")] HttpRequest request, string name) =>
        TypedResults.Text($"any {name}");

    [Function("ShowAction")]
    public Task<IActionResult> ShowAction([HttpTrigger(AuthorizationLevel.Anonymous, Route = null)] HttpRequest request) =>
        Task.FromResult<IActionResult>(new ContentResult { Content = $"{request.Method} action", StatusCode = StatusCodes.Status418ImATeapot });

    [Function("ShowValueTask")]
    public async ValueTask<IResult> ShowValueTask([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return TypedResults.Text("value task");
    }

    [Function("ShowNothing")]
    public Task ShowNothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.CompletedTask;

    [Function("ShowObject")]
    public object ShowObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new { Value = 1 };

    [Function("ShowScope")]
    public IResult ShowScope([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context, CancellationToken stop)
    {
        var same = ReferenceEquals(request.HttpContext.RequestServices, context.InstanceServices) && stop == context.CancellationToken;
        return TypedResults.Text($"{same} {visit.Id} {((Visit)context.InstanceServices.GetService(typeof(Visit))!).Id}");
    }

    [Function("ShowContext")]
    public IResult ShowContext([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "context/{id}")] HttpRequest request, FunctionContext context) =>
        TypedResults.Text($"{context.FunctionDefinition.Name} {context.BindingContext.BindingData["id"]} {context.FunctionDefinition.InputBindings["request"].Type}");

    [Function("ShowForwarded")]
    public IResult ShowForwarded([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forwarded/{id}")] HttpRequest request, FunctionContext context) =>
        TypedResults.Text($"{request.Headers["X-Forwarded-For"]}|{context.BindingContext.BindingData["Headers"]}|{context.BindingContext.BindingData["id"]}");

    [Function("Fail")]
    public IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("The function failed.");

    [Function("Upload")]
    public async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        return TypedResults.NoContent();
    }
}
