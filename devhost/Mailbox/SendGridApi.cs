using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Initiatiefloket.DevHost;

/// <summary>Takes SendGrid's place: checks what it checks and puts the mail in the mailbox.</summary>
internal sealed class SendGridApi(DevMailStore store)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    private readonly Lock _lock = new();
    private int _failingStatus;
    private int _failuresLeft;

    /// <summary>Lets the next sends fail, for tests.</summary>
    /// <param name="status">The status to answer; 0 breaks the connection instead.</param>
    /// <param name="times">How many sends.</param>
    public IResult Fail(int status, int times)
    {
        lock (_lock)
        {
            (_failingStatus, _failuresLeft) = (status, times);
        }

        return TypedResults.NoContent();
    }

    /// <summary>The API's <c>POST v3/mail/send</c>.</summary>
    public async Task<IResult> SendAsync(HttpContext http)
    {
        if (NextFailure() is { } status)
        {
            return status > 0 ? Refusal(status, (null, "An artificial failure, asked for by a test.")) : Break(http);
        }

        if (http.Request.Headers.Authorization.ToString() is not { Length: > 7 } key || !key.StartsWith("Bearer ", StringComparison.Ordinal))
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

        http.Response.Headers["X-Message-Id"] = store.Add(mail);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
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

    private static JsonHttpResult<Refused> Refusal(int status, params (string? Field, string Message)[] errors) =>
        TypedResults.Json(new Refused([.. errors.Select(error => new Error(error.Message, error.Field, Help: null))]), statusCode: status);

    private static EmptyHttpResult Break(HttpContext http)
    {
        http.Abort();
        return TypedResults.Empty;
    }

    private int? NextFailure()
    {
        lock (_lock)
        {
            return _failuresLeft > 0 && _failuresLeft-- > 0 ? _failingStatus : null;
        }
    }

    private sealed record Refused(IReadOnlyList<Error> Errors);

    private sealed record Error(string Message, string? Field, string? Help);
}
