using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.DevHost.Probe.Http;

/// <summary>Answers.</summary>
public static class Hello
{
    [Function(nameof(Hello))]
    public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name) =>
        TypedResults.Text($"Hello {name} {request.Method}");
}
