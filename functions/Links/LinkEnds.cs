using Initiatiefloket.Platform;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Initiatiefloket.Links;

/// <summary>
/// Sends whoever opens a personal link on to its own address when more stands behind the token. Programs that make links of the text of a mail, and people who copy
/// one, take along what follows: a full stop, a bracket, a space, the sign with which a mail breaks its lines. None of these is ever in a token.
/// </summary>
public sealed class LinkEnds : IFunctionsWorkerMiddleware
{
    private const string TokenInRoute = "token";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        return IsLook(request)
            && request.RouteValues[TokenInRoute] is string typed
            && LinkTable.TokenAtStartOf(typed) is { } token
            && token.Length < typed.Length
                ? context.AnswerAsync(Page.SeeOther(AddressWith(token, request)))
                : next(context);
    }

    private static bool IsLook(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string AddressWith(string token, HttpRequest request)
    {
        var parts = request.Path.Value!.Split('/').Select(part => part.StartsWith(token, StringComparison.Ordinal) ? token : part);
        return new PathString(string.Join('/', parts)).ToUriComponent() + request.QueryString.ToUriComponent();
    }
}
