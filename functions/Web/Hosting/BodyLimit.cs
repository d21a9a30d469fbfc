using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>Limits the size of a body before anything of it is read; <c>[RequestSizeLimit]</c> on the function gives another limit.</summary>
public sealed class BodyLimit : IFunctionsWorkerMiddleware
{
    /// <summary>What a form without files may be, in bytes.</summary>
    public const long OrdinaryFormBytes = 1024 * 1024;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        var limit = context.MetadataOf<IRequestSizeLimitMetadata>();
        var bytes = limit is null ? OrdinaryFormBytes : limit.MaxRequestBodySize;
        if (http.Request.ContentLength > bytes)
        {
            throw new BadHttpRequestException("The body is larger than this function takes.", StatusCodes.Status413PayloadTooLarge);
        }

        // Also for a body that does not say how long it is.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }

        return next(context);
    }
}

/// <summary>Stops a sender that posts too much, before its form is read.</summary>
public sealed class FormLimit(FormRate rate) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        return HttpMethods.IsPost(http.Request.Method) && rate.WaitFor(http) is { } wait
            ? context.AnswerAsync(Failure.TooMany(wait).ToResult())
            : next(context);
    }
}
