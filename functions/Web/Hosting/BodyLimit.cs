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

    // What is read of a body after it was refused, so that whoever sends it comes to see the answer.
    private const long Overrun = 32 * OrdinaryFormBytes;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        var most = context.MetadataOf<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? OrdinaryFormBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = most + Overrun;
        }

        if (http.Request.ContentLength > most)
        {
            throw LimitedBody.TooLarge;
        }

        if (http.Request.ContentLength is null)
        {
            http.Request.Body = new LimitedBody(http.Request.Body, most);
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
