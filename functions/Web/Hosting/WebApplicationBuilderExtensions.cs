using Initiatiefloket.Web.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace Initiatiefloket.Web;

public static class WebApplicationBuilderExtensions
{
    /// <summary>The middlewares around every HTTP function, from the outside in. Comes after <c>ConfigureFunctionsWebApplication</c>.</summary>
    public static FunctionsApplicationBuilder UseWeb(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<RequestAccess>(IsHttp);
        builder.UseWhen<RequestCulture>(IsHttp);
        builder.UseWhen<SecurityHeaders>(IsHttp);
        builder.UseWhen<FailurePages>(IsHttp);
        builder.UseWhen<BodyLimit>(IsHttp);
        builder.UseWhen<TooMuchSeen>(IsHttp);
        builder.UseWhen<SenderMiddleware>(IsHttp);
        builder.UseWhen<FormLimit>(IsHttp);
        builder.UseWhen<FormGuard>(IsHttp);
        builder.UseWhen<PageWriter>(IsHttp);
        return builder;
    }

    private static bool IsHttp(FunctionContext context) => context.GetHttpContext() is not null;
}
