using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Initiatiefloket.Documents;

/// <summary>
/// Sends a document to a browser. A PDF may hold scripts and actions, an office file links to elsewhere: nobody can tell all of those
/// from harmless ones, so nothing is looked for, and nothing may run: it is saved, or shown without any right in our site.
/// </summary>
internal sealed class DocumentResult(Document document, Stream content, DocumentView view) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var isShown = view == DocumentView.Inline && document.Kind.CanBeShown;
        var headers = httpContext.Response.Headers;
        headers.ContentDisposition = Disposition(isShown ? "inline" : "attachment");
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = isShown ? Shown(document.Kind) : "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";
        if (isShown)
        {
            // A page of ours may show it in a frame.
            headers.XFrameOptions = "SAMEORIGIN";
        }

        await TypedResults.Stream(content, document.Kind.ContentType).ExecuteAsync(httpContext);
    }

    // Chromium does not start its PDF viewer in a sandboxed document and styles it inline (crbug 41131921, 343754409). Viewers run apart from
    // the site that the PDF came from, so that its scripts cannot reach us; an image is a page of the browser's own.
    private static string Shown(DocumentKind kind) => kind == DocumentKind.Pdf
        ? "default-src 'none'; base-uri 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; base-uri 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    // Both forms of RFC 6266: plain letters for old programs, and the name as it is (RFC 5987).
    private string Disposition(string kind)
    {
        var disposition = new ContentDispositionHeaderValue(kind);
        disposition.SetHttpFileName(document.FileName);
        return disposition.ToString();
    }
}

/// <summary>What came of attaching a file.</summary>
public abstract record DocumentAdded
{
    private DocumentAdded()
    {
    }

    /// <summary>It is attached. While the virus scanner cannot be reached, it is <see cref="DocumentState.Held"/>.</summary>
    public sealed record Taken(Document Document) : DocumentAdded;

    /// <summary>It is not attached; nothing was kept.</summary>
    /// <param name="FileName">The file's name, cleaned for display.</param>
    /// <param name="Problem">Why.</param>
    /// <param name="Message">What to do, in the visitor's language.</param>
    public sealed record Refused(string FileName, DocumentProblem Problem, string Message) : DocumentAdded;
}

/// <summary>A file that came with a form.</summary>
/// <param name="Owner">What to attach it to.</param>
/// <param name="File">The file; its name is that of the field.</param>
public sealed record SentFile(DocumentOwner Owner, IFormFile File);

/// <summary>A file that was not attached, or all of them.</summary>
/// <param name="Field">Name of its field.</param>
/// <param name="Message">What to do, in the visitor's language; begins with the file's name where it is about one.</param>
public sealed record FileRefused(string Field, string Message);

/// <summary>How a browser is to take a document.</summary>
public enum DocumentView
{
    /// <summary>To be saved. The default for everybody: nothing in it runs in the browser.</summary>
    Download,

    /// <summary>To be seen in the browser, where its kind can be (PDF and images); otherwise to be saved.</summary>
    Inline,
}
