using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>Leaves a trace of each answer that lets a sender wait, whichever limit it comes from.</summary>
public sealed class TooMuchSeen(Abuse abuse) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (context.GetHttpContext() is { Response.StatusCode: StatusCodes.Status429TooManyRequests } http)
        {
            await abuse.TooMuchAsync(context.FunctionDefinition.Name, http.RequestAborted);
        }
    }
}
