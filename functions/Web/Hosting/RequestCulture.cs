using Initiatiefloket.Languages;
using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// The language of a page: ASP.NET Core's own middleware, which the Functions worker has no place for, on pages that have two; Dutch on others.
/// </summary>
public sealed class RequestCulture(IOptions<RequestLocalizationOptions> options, ILoggerFactory loggers) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        if (context.MetadataOf<TwoLanguagesAttribute>() is null)
        {
            Language.Speak(Language.Dutch);
            return next(context);
        }

        return new RequestLocalizationMiddleware(
            _ =>
            {
                LanguageChoice.Offer(http);
                return next(context);
            },
            options,
            loggers).Invoke(http);
    }
}
