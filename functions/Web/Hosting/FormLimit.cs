using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>Stops a sender that posts too much, before its form is read.</summary>
public sealed class FormLimit(RateLimits limits) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        return HttpMethods.IsPost(http.Request.Method) && limits.WaitForForm(http) is { } wait
            ? context.AnswerAsync(Failure.TooMany(wait).ToResult())
            : next(context);
    }
}
