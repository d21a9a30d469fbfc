using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Gives <see cref="IHttpContextAccessor"/> the request. ASP.NET Core does so itself, but where the request arrives; the Functions worker runs the function elsewhere,
/// when the host tells it to. A front end ends HTTPS before both: the request says again how people reach the site, so that cookies and headers go by that.
/// </summary>
public sealed class RequestAccess(IHttpContextAccessor accessor, IOptions<SiteOptions> site) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        accessor.HttpContext = context.GetHttpContext();
        if (site.Value.IsSecure)
        {
            accessor.HttpContext!.Request.Scheme = Uri.UriSchemeHttps;
        }

        await next(context);
    }
}
