using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.DevMail;

/// <summary>The mailbox at <c>/dev/mail</c> and SendGrid's API at <c>/dev/sendgrid</c>.</summary>
internal static class DevMailEndpoints
{
    public static void MapDevMail(this IEndpointRouteBuilder endpoints, DevMailStore store)
    {
        // A page on the internet that gives this machine a name of its own does not get the mails.
        var dev = endpoints.MapGroup("/dev").RequireHost("localhost", "127.0.0.1");
        var api = new SendGridApi(store);
        dev.MapPost("/sendgrid/v3/mail/send", (HttpRequest request) => api.SendAsync(request.HttpContext));
        dev.MapPost("/sendgrid/failures", (int? status, int? times) => api.Fail(status ?? StatusCodes.Status503ServiceUnavailable, times ?? 1));
        dev.MapGet("/mail", async (CancellationToken stop) => Html(DevMailPages.List(await store.ListAsync(stop))));
        dev.MapGet("/mail.json", async (string? to, DateTimeOffset? since, CancellationToken stop) => Select(await store.ListAsync(stop), to, since));
        dev.MapPost("/mail/delete-all", async (CancellationToken stop) =>
        {
            await store.ClearAsync(stop);
            return TypedResults.LocalRedirect("/dev/mail");
        });
        MapOne(dev.MapGroup("/mail/{id}"), store);
        dev.MapGet("/mail/{id}.json", (string id, CancellationToken stop) => ShowAsync(store, id, TypedResults.Ok, stop));
    }

    private static void MapOne(RouteGroupBuilder mail, DevMailStore store)
    {
        mail.MapGet("", (string id, CancellationToken stop) => ShowAsync(store, id, found => Html(DevMailPages.Mail(found)), stop));
        mail.MapGet("/html", (string id, CancellationToken stop) => ShowAsync(store, id, found => new SandboxedHtml(found.Html ?? ""), stop));
        mail.MapGet("/attachments/{number:int}", async Task<IResult> (string id, int number, CancellationToken stop) =>
            await store.FindAsync(id, stop) is { } found && await store.FindAttachmentAsync(id, number, stop) is { } bytes
                ? TypedResults.File(bytes.ToArray(), found.Attachments[number].Type, found.Attachments[number].Filename)
                : TypedResults.NotFound());
    }

    private static IEnumerable<ReceivedMail> Select(IEnumerable<ReceivedMail> mails, string? to, DateTimeOffset? since) => mails
        .Where(mail => since is null || mail.At >= since)
        .Where(mail => to is null || mail.To.Concat(mail.Cc).Concat(mail.Bcc)
            .Any(addressee => string.Equals(addressee.Email, to, StringComparison.OrdinalIgnoreCase)));

    private static async Task<IResult> ShowAsync(DevMailStore store, string id, Func<ReceivedMail, IResult> show, CancellationToken stop) =>
        await store.FindAsync(id, stop) is { } mail ? show(mail) : TypedResults.NotFound();

    private static ContentHttpResult Html(string page) => TypedResults.Content(page, "text/html; charset=utf-8");

    /// <summary>A mail's HTML: no scripts, nothing loaded from elsewhere, links open in a window of their own.</summary>
    private sealed class SandboxedHtml(string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.Headers.ContentSecurityPolicy =
                "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";
            return httpContext.Response.WriteAsync($"""<base target="_blank">{html}""", httpContext.RequestAborted);
        }
    }
}
