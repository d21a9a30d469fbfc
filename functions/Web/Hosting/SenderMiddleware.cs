using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Web.Hosting;

/// <summary>
/// Finds out who sends a request, from the headers that the Functions host tells about in the binding data. A part of the address's query and a property of
/// a JSON body of the same name would take their place there (HttpTriggerAttributeBindingProvider in azure-webjobs-sdk-extensions), so that anybody could
/// be anyone: our own pages send neither.
/// </summary>
public sealed class SenderMiddleware : IFunctionsWorkerMiddleware
{
    private const string Headers = "Headers";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        if (http.Request.Query.ContainsKey(Headers) || await MayBeJsonAsync(http))
        {
            Sender.RememberUnclear(http);
        }
        else
        {
            Sender.Remember(http, context.BindingContext.BindingData.GetValueOrDefault(Headers) as string);
        }

        await next(context);
    }

    // Whatever its type says: a body can be read as a form and as JSON at the same time. The host looks only at one that says how long it is.
    private static async Task<bool> MayBeJsonAsync(HttpContext http)
    {
        if (http.Request.ContentLength is null or 0)
        {
            return false;
        }

        // Looked at and left where it is, for whoever reads the body.
        var body = http.Request.BodyReader;
        var start = await body.ReadAsync(http.RequestAborted);
        var first = start.Buffer.IsEmpty ? '-' : (char)start.Buffer.FirstSpan[0];
        body.AdvanceTo(start.Buffer.Start);
        return !IsOfAForm(first);
    }

    // The first character of a field's name, or the line between the parts of a form with files; no space, byte order mark or bracket.
    private static bool IsOfAForm(char first) => char.IsAsciiLetterOrDigit(first) || first is '_' or '-' or '%' or '&' or '=';
}
