namespace Initiatiefloket.DevHost;

/// <summary>Takes SendGrid's place: checks what it checks and puts the mail in the mailbox.</summary>
internal sealed class SendGridApi(DevMailStore store, EventWebhook? webhook)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };

    private ConcurrentQueue<Failure> _failures = [];

    /// <summary>Lets the next sends fail, for tests.</summary>
    public void Fail(Failure failure, int times) => _failures = new(Enumerable.Repeat(failure, times));

    /// <summary>The API's <c>POST v3/mail/send</c>.</summary>
    public async Task<IResult> SendAsync(HttpContext http)
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

        if (SendGridRules.Refusals(mail).ToArray() is { Length: > 0 } refusals)
        {
            return Refusal(StatusCodes.Status400BadRequest, [.. refusals.Select(refusal => ((string?)refusal.Field, refusal.Message))]);
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
        await (failure.IsHanging ? Task.Delay(Timeout.Infinite, http.RequestAborted) : Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (failure.IsHanging || failure.Status == 0)
        {
            http.Abort();
            return TypedResults.Empty;
        }

        http.Response.Headers.RetryAfter = $"{failure.RetryAfter}";
        return Refusal(failure.Status, (null, "An artificial failure, asked for by a test."));
    }

    private static JsonHttpResult<object> Refusal(int status, params (string? Field, string Message)[] errors) =>
        TypedResults.Json<object>(new { errors = errors.Select(error => new { message = error.Message, field = error.Field, help = (string?)null }) }, statusCode: status);

    /// <summary>How a send fails.</summary>
    /// <param name="Status">The status to answer; 0 cuts the line instead.</param>
    /// <param name="RetryAfter">Seconds for the header of that name.</param>
    /// <param name="IsHanging">Whether there is no answer until the caller gives up.</param>
    /// <param name="IsAccepted">Whether the mail is taken all the same, and only the answer is lost.</param>
    internal sealed record Failure(int Status, int? RetryAfter, bool IsHanging, bool IsAccepted);
}
