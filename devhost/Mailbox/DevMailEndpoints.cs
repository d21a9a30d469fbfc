namespace Initiatiefloket.DevHost;

/// <summary>The mailbox at <c>/dev/mail</c> and SendGrid's API at <c>/dev/sendgrid</c>.</summary>
internal static class DevMailEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    public static void MapDevMail(this IEndpointRouteBuilder endpoints, DevMailStore store, EventWebhook? webhook = null)
    {
        // A page on the internet that gives this machine a name of its own does not get the mails.
        var dev = endpoints.MapGroup("/dev").RequireHost("localhost", "127.0.0.1");
        var api = new SendGridApi(store, webhook);
        dev.MapPost("/sendgrid/v3/mail/send", (HttpRequest request) => api.SendAsync(request.HttpContext));
        dev.MapPost("/sendgrid/failures", (int? status, int? times, int? retryAfter, bool? hang, bool? accepted) =>
            api.Fail(new(status ?? StatusCodes.Status503ServiceUnavailable, retryAfter, hang ?? false, accepted ?? false), times ?? 1));
        dev.MapGet("/mail", Page);
        dev.MapGet("/mail.json", (string? to, DateTimeOffset? since) => store.List()
            .Where(mail => !(mail.At < since) && (to is null || mail.Deliveries.Any(one => one.Email.Equals(to, StringComparison.OrdinalIgnoreCase))))
            .Select(mail => mail with { Text = null, Html = null, Attachments = [] }));
        dev.MapGet("/mail/webhook-key", () => webhook?.PublicKey);
        dev.MapPost("/mail/delete-all", () =>
        {
            store.Clear();
            return TypedResults.LocalRedirect("/dev/mail");
        });
        var one = dev.MapGroup("/mail/{id}").AddEndpointFilter(async (call, next) => store.Find($"{call.HttpContext.GetRouteValue("id")}") is null ? Results.NotFound() : await next(call));
        one.MapGet("", Page);
        one.MapGet("/html", (string id, HttpResponse response) => Sandboxed(response, store.Find(id)!.Html ?? ""));
        one.MapGet("/attachments/{number:int}", (string id, int number) => store.Find(id)!.Attachments.ElementAtOrDefault(number) is { } file
            ? Results.File(file.Content, file.Type, file.Filename)
            : Results.NotFound());
        dev.MapGet("/mail/{id}.json", (string id) => store.Find(id) is { } mail ? Results.Ok(mail) : Results.NotFound());
    }

    private static IResult Page() => Results.Stream(typeof(DevMailEndpoints).Assembly.GetManifestResourceStream("mailbox.html")!, Html);

    /// <summary>A mail's HTML: no scripts, nothing loaded from elsewhere, links open in a window of their own.</summary>
    private static IResult Sandboxed(HttpResponse response, string html)
    {
        response.Headers.ContentSecurityPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";
        return Results.Text($"""<base target="_blank">{html}""", Html);
    }
}
