using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>
/// Writes the result of an HTTP function to the response, after the middlewares inside it have had their say; the counterpart
/// of FunctionsHttpProxyingMiddleware in Azure/azure-functions-dotnet-worker.
/// </summary>
internal sealed partial class HttpResultMiddleware(ILogger<HttpResultMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (context.GetHttpContext() is not { } http)
        {
            return;
        }

        switch (context.GetInvocationResult().Value)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult result:
                await result.ExecuteAsync(http);
                break;
            case not null:
                Log.NoHttpResult(logger, context.FunctionDefinition.Name);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Function {Function} returned neither IResult nor IActionResult. The caller gets an empty 200, as from the real worker.")]
        public static partial void NoHttpResult(ILogger logger, string function);
    }
}
