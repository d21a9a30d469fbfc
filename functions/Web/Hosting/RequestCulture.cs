using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web.Hosting;

/// <summary>Dates and amounts in the visitor's language: ASP.NET Core's own middleware, which the Functions worker has no place for.</summary>
public sealed class RequestCulture(IOptions<RequestLocalizationOptions> options, ILoggerFactory loggers) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        new RequestLocalizationMiddleware(_ => next(context), options, loggers).Invoke(context.GetHttpContext()!);
}
