using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>Writes the page that a function returned while the other middlewares are still around it.</summary>
public sealed class PageWriter : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (context.GetInvocationResult().Value is IResult result)
        {
            await context.AnswerAsync(result);
        }
    }
}
