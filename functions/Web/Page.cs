using System.Text;
using Initiatiefloket.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Initiatiefloket.Web;

/// <summary>What a function answers a browser with.</summary>
public static class Page
{
    /// <summary>Shows a page.</summary>
    /// <param name="parameters">The component's parameters: an object with properties of those names, or a dictionary.</param>
    /// <param name="status">The HTTP status; 422 for a form that was sent with mistakes.</param>
    public static IResult Show<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new RazorComponentResult<TComponent>(parameters ?? new { })
        {
            StatusCode = status,

            // Nothing is sent before the whole page is there, so that a failure half-way still becomes a proper page.
            PreventStreamingRendering = true,
        };

    /// <summary>Shows a page with a form: 422 when it was sent with mistakes.</summary>
    /// <param name="parameters">The component's parameters.</param>
    /// <param name="errors">What is wrong with the form; nothing when it is shown the first time.</param>
    public static IResult Show<TComponent>(object parameters, FormErrors errors)
        where TComponent : IComponent =>
        Show<TComponent>(parameters, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>Sends the browser on with a GET after a POST that did something (303 See Other).</summary>
    public static IResult SeeOther(string address) => new SeeOther(address);

    public static IResult NotFound() => Failure.NotFound.ToResult();

    /// <summary>Shows a letter as it was stored: a whole HTML document with its styles inside, and nothing that may run.</summary>
    public static IResult Letter(string html) => new LetterResult(html);

    /// <summary>Sends a PDF that the app made, to be saved.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">What it is called then.</param>
    public static IResult Pdf(byte[] content, string fileName) => new MadeFile(content, "application/pdf", fileName);

    /// <summary>Sends a text for a word processor that the app made, to be saved.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">What it is called then.</param>
    public static IResult Word(byte[] content, string fileName) =>
        new MadeFile(content, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", fileName);

    /// <summary>Sends a list for a spreadsheet, to be saved.</summary>
    /// <param name="content">The file, in UTF-8.</param>
    /// <param name="fileName">What it is called then.</param>
    public static IResult Csv(byte[] content, string fileName) => TypedResults.File(content, "text/csv; charset=utf-8", fileName);

    private sealed class MadeFile(byte[] content, string contentType, string fileName) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            httpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";
            return TypedResults.Bytes(content, contentType).ExecuteAsync(httpContext);
        }
    }

    private sealed class LetterResult(string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-modals";
            return TypedResults.Text(html, "text/html", Encoding.UTF8).ExecuteAsync(httpContext);
        }
    }
}

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

/// <summary>Renders letters and mails to text, outside any request.</summary>
public sealed class HtmlPages(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <summary>Renders a component in the language of now.</summary>
    /// <param name="parameters">The component's parameters: an object with properties of those names, or a dictionary.</param>
    /// <returns>The HTML.</returns>
    public async Task<string> RenderAsync<TComponent>(object? parameters = null)
        where TComponent : IComponent
    {
        Language.Speak(Language.Current);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var given = ParameterView.FromDictionary(new RouteValueDictionary(parameters));
            return (await renderer.RenderComponentAsync<TComponent>(given)).ToHtmlString();
        });
    }
}
