using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Headers for every answer: nothing from elsewhere, no scripts written in a page, no frames, no referrer (addresses carry tokens), and
/// nothing kept in caches. A result may set its own value afterwards, as the site's CSS does for caching.
/// </summary>
public sealed class SecurityHeaders : IFunctionsWorkerMiddleware
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        AddTo(context.GetHttpContext()!);
        return next(context);
    }

    /// <summary>Lets one page show documents of our own in a frame.</summary>
    internal static void AllowOwnFrames(HttpContext http) =>
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy + "; frame-src 'self'";

    internal static void AddTo(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // The words that antiforgery would write, or it warns at every form that it has to.
        headers.CacheControl = "no-cache, no-store";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }
}
