using System.Net.Mail;

namespace Initiatiefloket.DevHost;

/// <summary>What SendGrid refuses, in its own words (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors).</summary>
internal static class SendGridRules
{
    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding",
        "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    /// <summary>Every refusal as field and message; none for a mail that is accepted.</summary>
    public static IEnumerable<(string Field, string Message)> Refusals(SendGridMail mail)
    {
        if (mail.Personalizations.Count == 0)
        {
            yield return ("personalizations", "The personalizations field is required and must have at least one personalization.");
        }

        foreach (var refusal in mail.Personalizations.SelectMany(RefusalsOf))
        {
            yield return refusal;
        }

        if (!IsAddress(mail.From))
        {
            yield return ("from.email", "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.");
        }

        if (string.IsNullOrWhiteSpace(mail.Subject) && mail.Personalizations.Any(envelope => string.IsNullOrWhiteSpace(envelope.Subject)))
        {
            yield return ("subject", "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.");
        }

        if (mail.Content.Count == 0)
        {
            yield return ("content", "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block.");
        }
        else if (mail.Content.Any(body => string.IsNullOrEmpty(body.Value)))
        {
            yield return ("content.0.value", "The content value must be a string at least one character in length.");
        }

        foreach (var header in mail.Headers.Keys.Where(ReservedHeaders.Contains))
        {
            yield return ("headers", $"You cannot set the header '{header}': it is reserved.");
        }
    }

    private static IEnumerable<(string Field, string Message)> RefusalsOf(SendGridMail.Envelope envelope, int index)
    {
        var field = $"personalizations.{index}.to";
        if (envelope.To.Count == 0)
        {
            yield return (field, "The to array is required for all personalization objects, and must have at least one email object with a valid email address.");
        }

        List<MailAddressee> everyone = [.. envelope.To, .. envelope.Cc, .. envelope.Bcc];
        if (everyone.Any(addressee => !IsAddress(addressee)))
        {
            yield return ($"{field}.0.email", "Does not contain a valid address.");
        }

        if (everyone.DistinctBy(addressee => addressee.Email, StringComparer.OrdinalIgnoreCase).Count() < everyone.Count)
        {
            yield return (field, "Each email address in the personalization block should be unique between to, cc, and bcc.");
        }
    }

    private static bool IsAddress(MailAddressee? addressee) =>
        MailAddress.TryCreate(addressee?.Email, out var address) && address.Address == addressee!.Email;
}
