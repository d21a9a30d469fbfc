using System.Formats.Asn1;
using System.Text;
using Initiatiefloket.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using SendGrid.Helpers.EventWebhook;

namespace Initiatiefloket.Mail;

/// <summary>Where SendGrid tells what became of mails: its signed Event Webhook. Without a key in the settings there is no such address.</summary>
public sealed class MailEventHook(MailEvents events, IOptions<MailOptions> options)
{
    [Function(nameof(TakeMailEvents))]
    [RequireAntiforgeryToken(false)]
    public async Task<IResult> TakeMailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request, CancellationToken cancellation)
    {
        if (options.Value.EventKey is not { Length: > 0 } key)
        {
            return Page.NotFound();
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        if (!IsSigned(request.Headers, text, key))
        {
            return TypedResults.Problem("The signature is missing or wrong.", statusCode: StatusCodes.Status401Unauthorized);
        }

        if (MailEvent.ReadAll(text) is not { } told)
        {
            return TypedResults.Problem("The body is not a list of events.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await events.TakeAsync(told, cancellation)
            ? TypedResults.Ok()
            : TypedResults.Problem("Not all mails are remembered yet; tell it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static bool IsSigned(IHeaderDictionary headers, string body, string key) =>
        headers[RequestValidator.SIGNATURE_HEADER] is [{ } signature]
        && headers[RequestValidator.TIMESTAMP_HEADER] is [{ } timestamp]
        && IsSignature(signature)
        && new RequestValidator() is var validator
        && validator.VerifySignature(validator.ConvertPublicKeyToECDSA(key), body, signature, timestamp);

    // The validator throws at what is none: base64 of two numbers (RFC 3279, 2.2.3).
    private static bool IsSignature(string text)
    {
        try
        {
            var numbers = new AsnReader(Convert.FromBase64String(text), AsnEncodingRules.DER).ReadSequence();
            return numbers.ReadInteger().Sign > 0 && numbers.ReadInteger().Sign > 0 && !numbers.HasData;
        }
        catch (Exception exception) when (exception is FormatException or AsnContentException)
        {
            return false;
        }
    }
}
