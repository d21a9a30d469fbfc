using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>303: fetch that address with GET. ASP.NET Core has results for 301, 302, 307 and 308 only.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
