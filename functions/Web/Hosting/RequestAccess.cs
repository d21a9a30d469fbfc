using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Gives <see cref="IHttpContextAccessor"/> the request. ASP.NET Core does so itself, but where the request arrives; the Functions worker runs the function elsewhere,
/// when the host tells it to.
/// </summary>
public sealed class RequestAccess(IHttpContextAccessor accessor) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        accessor.HttpContext = context.GetHttpContext();
        await next(context);
    }
}
