using Microsoft.AspNetCore.Http.HttpResults;

namespace Initiatiefloket.DevHost;

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
        dev.MapGet("/mail", () => Html(DevMailPages.List(store.List())));
        dev.MapGet("/mail.json", (string? to, DateTimeOffset? since) => Select(store.List(), to, since));
        dev.MapPost("/mail/delete-all", () =>
        {
            store.Clear();
            return TypedResults.LocalRedirect("/dev/mail");
        });
        MapOne(dev.MapGroup("/mail/{id}"), store);
        dev.MapGet("/mail/{id}.json", (string id) => Show(store, id, TypedResults.Ok));
    }

    private static void MapOne(RouteGroupBuilder mail, DevMailStore store)
    {
        mail.MapGet("", (string id) => Show(store, id, found => Html(DevMailPages.Mail(found))));
        mail.MapGet("/html", (string id) => Show(store, id, found => new SandboxedHtml(found.Html ?? "")));
        mail.MapGet("/attachments/{number:int}", (string id, int number) => Show(
            store,
            id,
            found => number < found.Attachments.Count && found.Attachments[number] is var file
                ? TypedResults.File(file.Content, file.Type, file.Filename)
                : TypedResults.NotFound()));
    }

    private static IEnumerable<ReceivedMail> Select(IEnumerable<ReceivedMail> mails, string? to, DateTimeOffset? since) => mails
        .Select(mail => mail with { Text = null, Html = null, Attachments = [] })
        .Where(mail => since is null || mail.At >= since)
        .Where(mail => to is null || mail.To.Concat(mail.Cc).Concat(mail.Bcc)
            .Any(addressee => string.Equals(addressee.Email, to, StringComparison.OrdinalIgnoreCase)));

    private static IResult Show(DevMailStore store, string id, Func<ReceivedMail, IResult> show) =>
        store.Find(id) is { } mail ? show(mail) : TypedResults.NotFound();

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
