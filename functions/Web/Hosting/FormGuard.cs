using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Before a function that may change something runs: its body has a size limit (<c>[RequestSizeLimit]</c> on the function gives another
/// one), its form can be read, and it was sent from one of our own pages. <c>[RequireAntiforgeryToken(false)]</c> is for functions
/// that are not called by browsers; the absence of a form is no way around.
/// </summary>
public sealed class FormGuard(IAntiforgery antiforgery, IDataProtectionProvider dataProtection) : IFunctionsWorkerMiddleware
{
    /// <summary>What a form without files may be, in bytes.</summary>
    public const long OrdinaryFormBytes = 1024 * 1024;

    private readonly IDataProtector _keys = dataProtection.CreateProtector(nameof(FormGuard));

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        if (!ChangesNothing(http.Request.Method))
        {
            LimitBody(http, context.MetadataOf<IRequestSizeLimitMetadata>());
            if (context.MetadataOf<IAntiforgeryMetadata>() is not { RequiresValidation: false })
            {
                await RequireOwnFormAsync(http);
            }
        }

        await next(context);
    }

    private static bool ChangesNothing(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static void LimitBody(HttpContext http, IRequestSizeLimitMetadata? limit)
    {
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
    }

    private async Task RequireOwnFormAsync(HttpContext http)
    {
        if (http.Request.HasFormContentType)
        {
            // Read here, because antiforgery would report a form that is too large or unreadable as one without a token.
            await ReadFormAsync(http);
        }

        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            // A token also looks wrong when the keys cannot be read, which is not the visitor's doing: then this throws what really happened.
            _keys.Protect([]);
            throw;
        }
    }

    private static async Task ReadFormAsync(HttpContext http)
    {
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form ends too early.", exception);
        }
    }
}
