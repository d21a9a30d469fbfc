namespace Initiatiefloket.DevHost;

/// <summary>The mailbox at <c>/dev/mail</c>, and at <c>/dev/sendgrid</c> what takes SendGrid's place: it checks what SendGrid checks.</summary>
internal sealed class DevMail(DevMailStore store, EventWebhook? webhook = null)
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };

    private ConcurrentQueue<Failure> _failures = [];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        // A page on the internet that gives this machine a name of its own does not get the mails.
        var dev = endpoints.MapGroup("/dev").RequireHost("localhost", "127.0.0.1");
        dev.MapPost("/sendgrid/v3/mail/send", (HttpRequest request) => SendAsync(request.HttpContext));
        dev.MapPost("/sendgrid/failures", (int? retryAfter, int status = 503, int times = 1, bool hang = false, bool accepted = false) =>
        {
            _failures = new(Enumerable.Repeat(new Failure(status, retryAfter, hang, accepted), times));
        });
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
        dev.MapGet("/mail/{id}", (string id) => Shown(id, _ => Page()));
        dev.MapGet("/mail/{id}.json", (string id) => Shown(id, Results.Ok));
        dev.MapGet("/mail/{id}/html", (string id, HttpResponse response) => Shown(id, mail => Sandboxed(response, mail.Html ?? "")));
        dev.MapGet("/mail/{id}/attachments/{number:int}", (string id, int number) => Shown(id, mail =>
            mail.Attachments.ElementAtOrDefault(number) is { } file ? Results.File(file.Content, file.Type, file.Filename) : Results.NotFound()));
    }

    private static IResult Page() => Results.Stream(typeof(DevMail).Assembly.GetManifestResourceStream("mailbox.html")!, Html);

    /// <summary>A mail's HTML: no scripts, nothing loaded from elsewhere, links open in a window of their own.</summary>
    private static IResult Sandboxed(HttpResponse response, string html)
    {
        response.Headers.ContentSecurityPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";
        return Results.Text($"""<base target="_blank">{html}""", Html);
    }

    private IResult Shown(string id, Func<ReceivedMail, IResult> show) => store.Find(id) is { } mail ? show(mail) : Results.NotFound();

    private async Task<IResult> SendAsync(HttpContext http)
    {
        _failures.TryDequeue(out var failure);
        if (failure is { IsAccepted: false })
        {
            return await FailAsync(http, failure);
        }

        if (http.Request.Headers.Authorization.ToString() is not ['B', 'e', 'a', 'r', 'e', 'r', ' ', _, ..])
        {
            return Refusal(StatusCodes.Status401Unauthorized, (null, "The provided authorization grant is invalid, expired, or revoked"));
        }

        if (await ReadAsync(http) is not { } mail)
        {
            return Refusal(StatusCodes.Status400BadRequest, (null, "Bad Request"));
        }

        if (mail.Refusals() is { Length: > 0 } refusals)
        {
            return Refusal(StatusCodes.Status400BadRequest, refusals);
        }

        var mails = store.Add(mail);
        webhook?.Tell(mails);
        http.Response.Headers["X-Message-Id"] = mails[^1].Id;
        return failure is null ? TypedResults.StatusCode(StatusCodes.Status202Accepted) : await FailAsync(http, failure);
    }

    private static async Task<SendGridMail?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<SendGridMail>(http.Request.Body, Json, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IResult> FailAsync(HttpContext http, Failure failure)
    {
        if (failure.IsHanging || failure.Status == 0)
        {
            await Task.Delay(failure.IsHanging ? Timeout.Infinite : 0, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.Abort();
            return TypedResults.Empty;
        }

        http.Response.Headers.RetryAfter = $"{failure.RetryAfter}";
        return Refusal(failure.Status, (null, "An artificial failure, asked for by a test."));
    }

    private static JsonHttpResult<object> Refusal(int status, params (string? Field, string Message)[] errors) =>
        TypedResults.Json<object>(new { errors = errors.Select(one => new { message = one.Message, field = one.Field, help = (string?)null }) }, statusCode: status);

    /// <summary>How a send fails: with a status (0 cuts the line) and seconds to wait, or hanging until the caller gives up. An accepted mail is kept.</summary>
    private sealed record Failure(int Status, int? RetryAfter, bool IsHanging, bool IsAccepted);
}
