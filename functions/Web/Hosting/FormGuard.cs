using Initiatiefloket.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Before a function that may change something runs: its form can be read, and it was sent from one of our own pages.
/// <c>[RequireAntiforgeryToken(false)]</c> is for functions that are not called by browsers; the absence of a form is no way around.
/// </summary>
public sealed class FormGuard(IAntiforgery antiforgery, IDataProtectionProvider dataProtection) : IFunctionsWorkerMiddleware
{
    private readonly IDataProtector _keys = dataProtection.CreateProtector(nameof(FormGuard));

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        if (!ChangesNothing(http.Request.Method) && context.MetadataOf<IAntiforgeryMetadata>() is not { RequiresValidation: false })
        {
            await RequireOwnFormAsync(http);
        }

        await next(context);
    }

    private static bool ChangesNothing(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

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
